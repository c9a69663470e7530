import Fastify from 'fastify';
import { serverOptions } from './modules/base/server-options.ts';
import { modules } from './modules.ts';

/** Builds the server, or some of its parts, without listening: for tests and commands. */
export async function buildApp(env: NodeJS.ProcessEnv, parts = modules) {
  const app = Fastify(serverOptions(env));
  for (const module of parts) await app.register(module, { env });
  await app.ready();
  return app;
}
