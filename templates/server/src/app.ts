import Fastify from 'fastify';
import { serverOptions } from './modules/base/server-options.ts';
import { modules } from './modules.ts';

/** Builds the server without listening, so that tests can inject requests. */
export async function buildApp(env: NodeJS.ProcessEnv) {
  const app = Fastify(serverOptions(env));
  for (const module of modules) await app.register(module, { env });
  await app.ready();
  return app;
}
