import { setTimeout as sleep } from 'node:timers/promises';
import Type from 'typebox';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RoomRule } from '../../../src/contracts/realtime.ts';
import { eventually } from '../../helpers/eventually.ts';
import { namedCallers, outage } from '../../helpers/named-callers.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';

const env = { REALTIME_ROOM_CHECK_SECONDS: '1', REALTIME_CHECK_SECONDS: '1' };
const { app, url } = await realtimeApp({ ...env, REALTIME_MAX_PER_USER: '2' }, [namedCallers]);
const clients: RealtimeClient[] = [];
let mayJoin: RoomRule<{ id: string }>['mayJoin'];
const teams = app.realtime.room('teams/:id', { mayJoin: (...asked) => mayJoin(...asked) });
teams.onMessage('say', Type.Object({}), () => {});

async function connect(user: string) {
  const client = await realtimeClient(url, { headers: { 'x-user': user } });
  clients.push(client);
  return client;
}
const join = (client: RealtimeClient) => client.ask({ type: 'join', room: 'teams/1' });
beforeEach(() => {
  mayJoin = () => true;
});
afterEach(async () => {
  outage.error = undefined;
  for (const client of clients.splice(0)) await client.close();
});
afterAll(() => app.close());

describe('whoever may not be in a room any more', () => {
  test('hears nothing from then on that they are expelled, on any connection', async () => {
    const [one, two] = [await connect('ann'), await connect('ann')];
    const other = await connect('bob');
    for (const client of [one, two, other]) await join(client);
    teams.publish({ id: '1' }, { name: 'n', data: 1 });
    teams.expel({ id: '1' }, 'ann');
    teams.publish({ id: '1' }, { name: 'n', data: 2 });
    expect(await one.first('left')).toEqual({ type: 'left', room: 'teams/1' });
    expect(await two.first('left')).toBeTruthy();
    await eventually(() => expect(other.events()).toEqual([1, 2]));
    expect([one.events(), two.events()]).toEqual([[1], [1]]);
  });

  test('does not slip in while the rule is being asked', async () => {
    const client = await connect('ann');
    const asked: (() => void)[] = [];
    let allowed = true;
    mayJoin = async () => {
      const seen = allowed;
      await new Promise<void>((answer) => asked.push(answer));
      return seen;
    };
    const answer = join(client);
    await eventually(() => expect(asked).toHaveLength(1));
    allowed = false;
    teams.expel({ id: '1' }, 'ann');
    asked[0]?.();
    await eventually(() => expect(asked).toHaveLength(2));
    asked[1]?.();
    expect(await answer).toMatchObject({ code: 'forbidden' });
  });

  test('is found out after a while without a word', async () => {
    const client = await connect('ann');
    await join(client);
    mayJoin = () => false;
    expect(await client.first('left')).toEqual({ type: 'left', room: 'teams/1' });
    teams.publish({ id: '1' }, { name: 'n', data: 1 });
    await client.ask({ type: 'ping' });
    expect(client.events()).toEqual([]);
  });

  test('sends nothing, either', async () => {
    const client = await connect('ann');
    await join(client);
    mayJoin = () => false;
    const sent = { type: 'send', room: 'teams/1', name: 'say', data: {} };
    expect(await client.ask(sent)).toMatchObject({ code: 'forbidden' });
    expect(await client.ask(sent)).toMatchObject({ code: 'not-joined' });
  });
});

test('while a rule cannot tell, those in the room stay, and nobody joins', async () => {
  const [inside, outside] = [await connect('ann'), await connect('bob')];
  await join(inside);
  let asked = 0;
  mayJoin = () => {
    asked += 1;
    throw new Error('the database is away');
  };
  expect(await join(outside)).toMatchObject({ code: 'internal' });
  await eventually(() => expect(asked).toBeGreaterThan(2));
  teams.publish({ id: '1' }, { name: 'n', data: 1 });
  await eventually(() => expect(inside.events()).toEqual([1]));
  expect(outside.events()).toEqual([]);
});

test('while nobody can tell who it is, connections stay, and nobody joins', async () => {
  const client = await connect('ann');
  await join(client);
  outage.error = new Error('the database is away');
  app.realtimeServer.recheck('ann');
  app.realtimeServer.recheck('bob');
  expect(await join(client)).toMatchObject({ code: 'internal' });
  teams.publish({ id: '1' }, { name: 'n', data: 1 });
  await eventually(() => expect(client.events()).toEqual([1]));
  await expect(connect('bob')).rejects.toMatchObject({ status: 500 });
  outage.error = undefined;
  expect(await join(client)).toMatchObject({ type: 'ok' });
});

test('who is signed out is cut off, and what they still ask is not done', async () => {
  const client = await connect('ann');
  outage.error = app.problem(401, 'unauthenticated', 'Sign in.');
  client.socket.send('{"type":"join","room":"teams/1"}');
  expect(await client.closed).toBe(4401);
  outage.error = undefined;
  expect(client.frames.map(({ type }) => type)).toEqual(['ready']);
});

test('a rule that answers when the client has gone lets nobody in', async () => {
  const client = await connect('ann');
  const asked = Promise.withResolvers<boolean>();
  let isAsked = false;
  mayJoin = () => {
    isAsked = true;
    return asked.promise;
  };
  client.socket.send('{"type":"join","room":"teams/1"}');
  await eventually(() => expect(isAsked).toBe(true));
  await client.close();
  await eventually(() => expect(app.realtimeServer.connections()).toBe(0));
  asked.resolve(true);
  await sleep(20);
  expect(() => teams.publish({ id: '1' }, { name: 'n', data: 1 })).not.toThrow();
});

test('one user has so many connections at most, another is not counted', async () => {
  await connect('ann');
  await connect('ann');
  await expect(connect('ann')).rejects.toMatchObject({ status: 429 });
  await connect('bob');
});
