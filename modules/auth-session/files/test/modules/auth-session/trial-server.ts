import Fastify from 'fastify';
import authSession from '../../../src/modules/auth-session/index.ts';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';
import { testApp } from '../../helpers/test-app.ts';

/** A second server over the data of the test server, with routes and an environment of its own. */
export async function trialServer(extra: NodeJS.ProcessEnv = {}) {
  const main = await testApp();
  const env: NodeJS.ProcessEnv = { ...process.env, LOG_LEVEL: 'silent', ...extra };
  const server = Fastify(serverOptions(env));
  await server.register(base, { env });
  server.decorate('db', main.db).decorate('users', main.users);
  await server.register(authSession, { env });
  return server;
}
