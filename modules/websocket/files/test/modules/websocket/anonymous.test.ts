import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { IdentityScheme } from '../../../src/contracts/identity.ts';
import authentication from '../../../src/modules/websocket/identity-authentication.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';

/** Nobody has the credential that this provider asks for. */
const strictProvider = (scheme: IdentityScheme['scheme']) =>
  fp(async (server: FastifyInstance) => {
    server.decorate('identityScheme', { name: 'test', scheme });
    server.decorate('requireIdentity', async () => {
      throw server.problem(401, 'unauthenticated', 'Sign in.');
    });
  });
const env = { REALTIME_ANONYMOUS: 'true' };
const bearer = strictProvider({ type: 'http', scheme: 'bearer' });
const cookie = strictProvider({ type: 'apiKey', in: 'cookie', name: 'session' });
const servers = {
  bearer: await realtimeApp(env, [bearer, authentication]),
  cookie: await realtimeApp(env, [cookie, authentication]),
};
const clients: RealtimeClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});
afterAll(() => Promise.all(Object.values(servers).map(({ app }) => app.close())));

test.each(['bearer', 'cookie'] as const)(
  'nobody may connect, where %s is asked for',
  async (kind) => {
    const client = await realtimeClient(servers[kind].url, { headers: { cookie: 'theme=dark' } });
    clients.push(client);
    expect(await client.first('ready')).toMatchObject({ userId: null });
    const room = 'public/1';
    expect(await client.ask({ type: 'join', room })).toMatchObject({ type: 'ok' });
  },
);

test.each([
  ['bearer', { headers: { authorization: 'Bearer old' } }],
  ['bearer', { protocols: ['realtime.v1', 'bearer.old'] }],
  ['cookie', { headers: { cookie: 'theme=dark; session=old' } }],
] satisfies [keyof typeof servers, object][])(
  'who was known to %s once is told',
  async (kind, options) => {
    const connecting = realtimeClient(servers[kind].url, options);
    await expect(connecting).rejects.toMatchObject({ status: 401 });
  },
);
