import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { later, setClockRight } from '../../helpers/clock.ts';
import { listening } from '../../helpers/listening.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const url = await listening(app);
const isBearer = app.identityScheme.scheme.scheme === 'bearer';
app.realtime.room('sign-in/:userId', {
  mayJoin: (caller, { userId }) => caller?.userId === userId,
});
const clients: RealtimeClient[] = [];
let jane: Awaited<ReturnType<typeof signIn>>;

async function connect(options: Parameters<typeof realtimeClient>[1] = {}, to = url) {
  const client = await realtimeClient(to, options);
  clients.push(client);
  return client;
}
const refused = (status: number) => expect.objectContaining({ status });
const token = ({ headers }: typeof jane) => (headers.authorization ?? '').replace('Bearer ', '');
const randomEmail = () => ({ email: `${crypto.randomUUID()}@example.com` });

beforeEach(async () => {
  jane = await signIn(app, randomEmail());
});
afterEach(async () => {
  await setClockRight(app);
  for (const client of clients.splice(0)) await client.close();
});

describe('who is signed in', () => {
  test('connects as themselves, and rules know them', async () => {
    const client = await connect({ headers: jane.headers });
    expect(await client.first('ready')).toMatchObject({ userId: jane.userId });
    const own = { type: 'join', room: `sign-in/${jane.userId}` };
    expect(await client.ask(own)).toMatchObject({ type: 'ok' });
    const other = await signIn(app, randomEmail());
    const foreign = { type: 'join', room: `sign-in/${other.userId}` };
    expect(await client.ask(foreign)).toMatchObject({ code: 'forbidden' });
  });

  test('stays connected for as long as the credential lasts, and no longer', async () => {
    const client = await connect({ headers: jane.headers });
    await client.first('ready');
    later(731 * 86_400_000);
    expect(await client.closed).toBe(4401);
  });

  test('asks for nothing after that, not even before it is noticed', async () => {
    const client = await connect({ headers: jane.headers });
    await client.first('ready');
    later(731 * 86_400_000);
    client.socket.send(JSON.stringify({ type: 'join', room: `sign-in/${jane.userId}` }));
    app.realtime.publish(`sign-in/${jane.userId}`, { name: 'n', data: 1 });
    expect(await client.closed).toBe(4401);
    expect(client.events()).toEqual([]);
  });
});

describe('who is not', () => {
  test('does not connect', async () => {
    await expect(connect()).rejects.toEqual(refused(401));
  });

  test.each([
    ['with one character changed', (value: string) => `${value.slice(0, -2)}_-`],
    ['that lacks its end', (value: string) => value.slice(0, -5)],
    ['that is only begun', (value: string) => value.slice(0, 12)],
  ])('does not connect by a credential %s', async (_, change) => {
    const headers = Object.fromEntries(
      Object.entries(jane.headers).map(([name, value]) => [name, change(value)]),
    );
    await expect(connect({ headers })).rejects.toEqual(refused(401));
  });

  test('does not connect by a token in the address', async () => {
    const value = Object.values(jane.headers)[0]?.replace(/^Bearer |^\w+=/, '') ?? '';
    for (const name of ['token', 'access_token', 'session', 'authorization'])
      await expect(connect({}, `${url}?${name}=${value}`)).rejects.toEqual(refused(401));
  });
});

describe.runIf(isBearer)('a token', () => {
  const asProtocol = (value: string) => ({ protocols: ['realtime.v1', `bearer.${value}`] });

  test('comes from a page as a protocol, which is not the one chosen', async () => {
    const client = await connect(asProtocol(token(jane)));
    expect(await client.first('ready')).toMatchObject({ userId: jane.userId });
    expect(client.socket.protocol).toBe('realtime.v1');
  });

  test.each([
    ['is forged', 'bearer.eyJhbGciOiJub25lIn0.e30.', 401],
    ['is empty', 'bearer.', 401],
    ['is there twice', 'bearer.a, bearer.b', 400],
  ])('that %s opens nothing', async (_, protocol, status) => {
    const headers = { 'sec-websocket-protocol': `realtime.v1, ${protocol}` };
    await expect(connect({ protocols: [], headers })).rejects.toEqual(refused(status));
  });

  test('beside another in the header opens nothing', async () => {
    const { headers } = jane;
    const both = connect({ ...asProtocol(token(jane)), headers });
    await expect(both).rejects.toEqual(refused(400));
  });

  test('of the same user takes the place of the first; of another user or nobody, not', async () => {
    const client = await connect(asProtocol(token(jane)));
    const renew = (value: string) => client.ask({ type: 'authenticate', token: value });
    expect(await renew(token(jane))).toMatchObject({ type: 'ok' });
    const other = await signIn(app, randomEmail());
    expect(await renew(token(other))).toMatchObject({ code: 'other-user' });
    expect(await renew('forged')).toMatchObject({ code: 'unauthenticated' });
    const own = { type: 'join', room: `sign-in/${jane.userId}` };
    expect(await client.ask(own)).toMatchObject({ type: 'ok' });
  });
});

describe.runIf(!isBearer)('a cookie', () => {
  const cookie = () => ({ cookie: jane.headers.cookie ?? '' });

  test('opens the connection to a page of this server', async () => {
    const client = await connect({ headers: cookie(), origin: `http://${new URL(url).host}` });
    expect(await client.first('ready')).toMatchObject({ userId: jane.userId });
  });

  test.each(['https://evil.example', 'http://127.0.0.1', 'null'])(
    'does not open it to a page of %s',
    async (origin) => {
      await expect(connect({ headers: cookie(), origin })).rejects.toEqual(refused(403));
      // Nor does whatever else a page can set.
      const protocols = ['realtime.v1', `bearer.${cookie().cookie.split('=')[1]}`];
      const hijack = connect({ headers: cookie(), origin, protocols });
      await expect(hijack).rejects.toEqual(refused(403));
    },
  );

  test('alone, without a word of where it comes from, opens nothing', async () => {
    await expect(connect({ headers: cookie() })).rejects.toEqual(refused(403));
  });

  test('is not to be had as a token', async () => {
    const value = cookie().cookie.split('=')[1];
    const protocols = ['realtime.v1', `bearer.${value}`];
    await expect(connect({ protocols })).rejects.toEqual(refused(401));
    const client = await connect({ headers: jane.headers });
    expect(await client.ask({ type: 'authenticate', token: value })).toMatchObject({
      code: 'no-tokens',
    });
  });
});
