import type { FastifyPluginAsync } from 'fastify';

export interface ModuleOptions {
  env: NodeJS.ProcessEnv;
}

/** A part of the server: a Fastify plugin that receives the environment. */
export type Module = FastifyPluginAsync<ModuleOptions>;
