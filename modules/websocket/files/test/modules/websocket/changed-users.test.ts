import { afterEach, beforeEach, expect, test } from 'vitest';
import { listening } from '../../helpers/listening.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const url = await listening(app);
app.realtime.room('admins-only/:id', { mayJoin: (caller) => caller?.role === 'admin' });
app.realtime.room('everybody/:id', { mayJoin: () => true });
let client: RealtimeClient;
let userId: string;

beforeEach(async () => {
  const newest = () => `${crypto.randomUUID()}@example.com`;
  // Of admins one has to stay.
  await signIn(app, { role: 'admin', email: newest() });
  const admin = await signIn(app, { role: 'admin', email: newest() });
  userId = admin.userId;
  client = await realtimeClient(url, { headers: admin.headers });
  for (const room of ['admins-only/1', 'everybody/1'])
    expect(await client.ask({ type: 'join', room })).toMatchObject({ type: 'ok' });
});
afterEach(() => client.close());

test('somebody who is no admin any more leaves the admins’ rooms only', async () => {
  await app.users.update(userId, { role: 'member' });
  expect(await client.first('left')).toEqual({ type: 'left', room: 'admins-only/1' });
  app.realtime.publish('everybody/1', { name: 'n', data: 1 });
  expect(await client.first('event')).toMatchObject({ data: 1 });
  const again = await client.ask({ type: 'join', room: 'admins-only/1' });
  expect(again).toMatchObject({ code: 'forbidden' });
});

test('somebody who is deleted is cut off', async () => {
  await app.users.delete(userId);
  expect(await client.closed).toBe(4401);
});
