import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { endWhenSilent } from '../../../src/modules/db-postgres/end-when-silent.ts';

const server = createServer((socket) => socket.resume());
afterEach(() => new Promise((done) => server.close(done)));

/** A connection to something that accepts statements and answers none by itself. */
async function openConnection(ms: number) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stream = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(stream, 'connect');
  const connection = Object.assign(new EventEmitter(), { stream });
  endWhenSilent({ connection } as unknown as pg.Client, ms);
  return connection;
}

test('a connection that waits for an answer in vain is ended', async () => {
  const { stream } = await openConnection(50);
  stream.write('select 1');
  const [error] = await once(stream, 'error');
  expect(error).toMatchObject({ message: 'Query read timeout' });
});

test('a connection that waits for nothing may be silent', async () => {
  const connection = await openConnection(50);
  connection.stream.write('select 1');
  connection.emit('readyForQuery');
  await sleep(150);
  expect(connection.stream.destroyed).toBe(false);
  connection.stream.destroy();
});
