import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';

const { app, logged, url } = await realtimeApp({}, [addRooms]);
const clients: RealtimeClient[] = [];
let slow = Promise.withResolvers<void>();

async function addRooms(server: FastifyInstance) {
  const room = server.realtime.room('talks/:id', { mayJoin: (_, { id }) => id !== 'secret' });
  room.onMessage('say', Type.Object({ text: Type.String({ maxLength: 20 }) }), (message) => {
    const { params, data, caller } = message;
    if (data.text === 'bug') throw new Error('hunter2');
    if (data.text === 'rude') throw server.problem(422, 'rude', 'Be polite.');
    room.publish(params, { name: 'said', data: { caller, ...data } });
  });
  room.onMessage('wait', Type.Object({}), () => slow.promise);
  expect(() => room.onMessage('say', Type.Object({}), () => {})).toThrow('taken twice');
}

async function connect() {
  const client = await realtimeClient(url);
  clients.push(client);
  return client;
}
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});
afterAll(() => app.close());

const error = (code: string) => expect.objectContaining({ type: 'error', code });
const ok = expect.objectContaining({ type: 'ok' });
const join = (client: RealtimeClient, room: string) => client.ask({ type: 'join', room });

describe('a connection', () => {
  test('begins with who it is', async () => {
    const client = await connect();
    expect(await client.first('ready')).toEqual({
      type: 'ready',
      connectionId: expect.stringMatching(/^[\w-]{36}$/),
      userId: null,
    });
    expect(client.socket.protocol).toBe('realtime.v1');
    expect(client.socket.extensions).toBe('');
  });

  test('needs no protocol by name, and is given none that is unknown', async () => {
    const client = await realtimeClient(url, { protocols: [] });
    clients.push(client);
    expect(client.socket.protocol).toBe('');
    await expect(realtimeClient(url, { protocols: ['realtime.v9'] })).rejects.toThrow();
  });

  test('answers a ping, so that pages notice when it is dead', async () => {
    expect(await (await connect()).ask({ type: 'ping' })).toEqual({ type: 'ok', id: 1 });
  });

  test('is logged when it ends, with its code', async () => {
    const client = await connect();
    client.socket.close(1000);
    expect(await client.closed).toBe(1000);
    await eventually(() => expect(logged).toContain('connection'));
  });
});

describe('rooms', () => {
  test('get to those who have joined what is published, and to nobody else', async () => {
    const [inside, other, outside] = [await connect(), await connect(), await connect()];
    expect(await join(inside, 'public/1')).toEqual(ok);
    expect(await join(other, 'public/2')).toEqual(ok);
    app.realtime.publish('public/1', { name: 'changed', data: { n: 1 } });
    const frame = { type: 'event', room: 'public/1', name: 'changed', data: { n: 1 } };
    expect(await inside.first('event')).toEqual(frame);
    for (const client of [other, outside]) {
      await client.ask({ type: 'ping' });
      expect(client.events()).toEqual([]);
    }
  });

  test('keep the order, and an event without data has null', async () => {
    const client = await connect();
    await join(client, 'public/1');
    for (const n of [1, 2, 3]) app.realtime.publish('public/1', { name: 'n', data: n });
    app.realtime.publish('public/1', { name: 'n', data: undefined });
    await eventually(() => expect(client.events()).toEqual([1, 2, 3, null]));
  });

  test('joined twice give each event once, and left none', async () => {
    const client = await connect();
    await join(client, 'public/1');
    await join(client, 'public/1');
    app.realtime.publish('public/1', { name: 'n', data: 1 });
    expect(await client.ask({ type: 'leave', room: 'public/1' })).toEqual(ok);
    app.realtime.publish('public/1', { name: 'n', data: 2 });
    await client.ask({ type: 'ping' });
    expect(client.events()).toEqual([1]);
    expect(await client.ask({ type: 'leave', room: 'never/joined' })).toEqual(ok);
  });

  test.each([
    ['that the rule forbids', 'closed/1'],
    ['whose parameter the rule forbids', 'talks/secret'],
    ['that nobody declared', 'unknown/1'],
    ['with a part too many', 'public/1/2'],
    ['with an empty part', 'public/'],
    ['with other characters', 'public/1 2'],
    ['with a line break', 'public/1\n'],
    ['of the prototype', '__proto__'],
    ['that is a pattern', 'public/:id'],
  ])('one %s is joined by nobody, and all sound alike', async (_, room) => {
    expect(await join(await connect(), room)).toEqual({
      type: 'error',
      id: 1,
      code: 'forbidden',
      detail: 'There is no such room, or you may not be in it.',
    });
  });

  test('are refused to the server, too, when no pattern fits or the event cannot be', () => {
    const { publish } = app.realtime;
    expect(() => publish('unknown/1', { name: 'n', data: 1 })).toThrow('No pattern');
    expect(() => publish('public/a b', { name: 'n', data: 1 })).toThrow('No pattern');
    expect(() => publish('public/1', { name: '', data: 1 })).toThrow('no name');
    const data = 'x'.repeat(65_536);
    expect(() => publish('public/1', { name: 'n', data })).toThrow('65536 bytes');
  });

  test.each([
    ['public/:other', 'overlap'],
    [':kind/1', 'no pattern|overlap'],
    ['Public/:id', 'no pattern'],
    ['a//b', 'no pattern'],
    ['', 'no pattern'],
    ['a/:id/:id', 'one name'],
  ])('cannot be declared as %j', (pattern, message) => {
    expect(() => app.realtime.room(pattern, { mayJoin: () => true })).toThrow(new RegExp(message));
  });
});

describe('messages of clients', () => {
  const say = (client: RealtimeClient, text: unknown, room = 'talks/1') =>
    client.ask({ type: 'send', room, name: 'say', data: { text } });

  test('reach the room through the server’s own code, without what was not asked for', async () => {
    const [one, two] = [await connect(), await connect()];
    await join(one, 'talks/1');
    await join(two, 'talks/1');
    const data = { text: 'hello', caller: { userId: 'forged' } };
    await one.ask({ type: 'send', room: 'talks/1', name: 'say', data });
    expect((await two.first('event')).data).toEqual({ text: 'hello', caller: null });
  });

  test('are refused from outside the room, of other kinds, and with other data', async () => {
    const client = await connect();
    expect(await say(client, 'hello')).toEqual(error('not-joined'));
    await join(client, 'talks/1');
    const unknown = { type: 'send', room: 'talks/1', name: 'constructor', data: {} };
    expect(await client.ask(unknown)).toEqual(error('unknown-message'));
    expect(await say(client, 'x'.repeat(21))).toEqual(error('validation'));
    expect(await say(client, 7)).toEqual(error('validation'));
    expect(client.events()).toEqual([]);
  });

  test('that fail tell the client a problem, and nothing of a bug', async () => {
    const client = await connect();
    await join(client, 'talks/1');
    expect(await say(client, 'rude')).toMatchObject({ code: 'rude', detail: 'Be polite.' });
    const failed = await say(client, 'bug');
    expect(failed).toEqual(error('internal'));
    expect(JSON.stringify(failed)).not.toContain('hunter2');
    expect(logged).toContain('a message was not answered');
    expect(await client.ask({ type: 'ping' })).toEqual(ok);
  });

  test('are dealt with one after the other', async () => {
    const client = await connect();
    await join(client, 'talks/1');
    slow = Promise.withResolvers();
    const waiting = client.ask({ type: 'send', room: 'talks/1', name: 'wait', data: {} });
    const said = say(client, 'hello');
    await new Promise((done) => setTimeout(done, 100));
    expect(client.events()).toEqual([]);
    slow.resolve();
    expect([await waiting, await said]).toEqual([ok, ok]);
    expect(client.events()).toHaveLength(1);
  });

  test.each([
    ['no JSON', 'hello'],
    ['no object', '7'],
    ['null', 'null'],
    ['an array', '[]'],
    ['without a type', '{}'],
    ['of a type that is none', '{"type":"constructor"}'],
    ['without its room', '{"type":"join"}'],
    ['with a room that is no text', '{"type":"join","room":{}}'],
    ['with more than it takes', '{"type":"join","room":"public/1","as":"admin"}'],
    ['with data that is no object', '{"type":"send","room":"talks/1","name":"say","data":[]}'],
    ['with an id that is none', '{"type":"ping","id":{}}'],
  ])('that are %s are refused, and the connection goes on', async (_, text) => {
    const client = await connect();
    client.socket.send(text);
    expect(await client.first('error')).toEqual(error('invalid-message'));
    expect(await client.ask({ type: 'ping' })).toEqual(ok);
  });

  test('that are not text end the connection', async () => {
    const client = await connect();
    client.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
    expect(await client.closed).toBe(1003);
  });

  test('with a token are refused where there are no tokens', async () => {
    const client = await connect();
    expect(await client.ask({ type: 'authenticate', token: 'x' })).toEqual(error('no-tokens'));
  });
});
