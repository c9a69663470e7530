import { Writable } from 'node:stream';
import Fastify, { type FastifyRequest } from 'fastify';
import type { Identity } from '../../../src/contracts/identity.ts';
import type { Permission, Policy } from '../../../src/contracts/permissions.ts';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';
import rbac from '../../../src/modules/rbac/index.ts';
import { testApp } from '../../helpers/test-app.ts';

/** Any name will do here, whatever this server has to permit. */
export const permission = (name: string) => name as string as Permission;

export const testPolicy: Policy = {
  editor: {
    description: 'Edits notes.',
    permissions: [permission('notes:read'), permission('notes:write')],
  },
  reader: { description: 'Reads notes.', permissions: [permission('notes:read')] },
};

const callers = new WeakMap<FastifyRequest, Identity>();

/**
 * A second server over the same data, with a policy and routes of its own. It asks the first who
 * calls. What it logs is kept in `lines`.
 */
export async function roleServer(extra: NodeJS.ProcessEnv = {}) {
  const main = await testApp();
  const env: NodeJS.ProcessEnv = { ...process.env, LOG_LEVEL: 'silent', ...extra };
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)));
      done();
    },
  });
  const app = Fastify({ ...serverOptions(env), logger: { level: 'info', stream } });
  await app.register(base, { env });
  const identify = async (request: FastifyRequest) => {
    const { authorization = '', cookie = '' } = request.headers;
    const me = await main.inject({ url: '/users/me', headers: { authorization, cookie } });
    if (me.statusCode !== 200) throw app.problem(401, 'unauthenticated', 'Sign in.');
    const { id, role } = me.json();
    callers.set(request, { userId: id, role });
  };
  app.decorate('db', main.db).decorate('users', main.users);
  app.decorate('identityScheme', main.identityScheme).decorate('requireIdentity', identify);
  app.decorate('requireAdmin', async (request: FastifyRequest) => {
    await identify(request);
    if (request.identity.role !== 'admin') throw app.problem(403, 'forbidden', 'No.');
  });
  app.decorateRequest('identity', {
    getter(this: FastifyRequest) {
      const caller = callers.get(this);
      if (!caller) throw app.problem(401, 'unauthenticated', 'Sign in.');
      return caller;
    },
  });
  await app.register(rbac, { env });
  app.policy = testPolicy;
  return { app, main, lines };
}
