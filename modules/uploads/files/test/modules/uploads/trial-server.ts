import Fastify, { type FastifyRequest } from 'fastify';
import type { Identity } from '../../../src/contracts/identity.ts';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';
import { modules } from '../../../src/modules.ts';
import { testApp } from '../../helpers/test-app.ts';

const displayName = Symbol.for('fastify.display-name');

/** This server's uploads over the data of the test server, with an environment of its own. */
export async function trialServer(extra: NodeJS.ProcessEnv = {}) {
  const main = await testApp();
  const env: NodeJS.ProcessEnv = { ...process.env, LOG_LEVEL: 'silent', ...extra };
  const server = Fastify(serverOptions(env));
  await server.register(base, { env });
  server.decorate('db', main.db).decorate('users', main.users);
  server.decorate('identityScheme', main.identityScheme);
  server.decorateRequest('identity', {
    getter(this: FastifyRequest): Identity {
      const userId = this.headers['x-user'];
      if (typeof userId !== 'string') throw server.problem(401, 'unauthenticated', 'Sign in.');
      return { userId, role: 'member' };
    },
  });
  server.decorate('requireIdentity', async (request) => void request.identity);
  const uploads = modules.find((part) => Reflect.get(part, displayName) === 'uploads');
  if (!uploads) throw new Error('the server has no uploads');
  await server.register(uploads, { env });
  return server;
}

export async function listening(server: Awaited<ReturnType<typeof trialServer>>) {
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return { address, port: Number(new URL(address).port) };
}
