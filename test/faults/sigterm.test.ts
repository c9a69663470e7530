import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { client } from '../../scripts/catalogue/drive/client.ts';
import { buildShop, startBundle } from './shop.ts';

const perTick = 10;
const tickMs = 20;
// A server that lags behind is sent no more than it has open connections: what waits in the
// kernel's queue was never accepted, and closing a door cuts it off on any system.
const connections = 50;
const shot = { method: 'GET', path: '/products?limit=5', headers: {} };

it('answers every request that it accepts while it is told to stop', async () => {
  const folder = await buildShop('sigterm');
  const server = await startBundle(folder, { PGLITE_DIR: 'memory://', LOG_LEVEL: 'warn' });
  const { send, close } = client(server.url, connections, false);
  let stopping = false;
  let waiting = 0;
  const outcomeOf = async () => {
    waiting += 1;
    const { status, failure } = await send(shot);
    waiting -= 1;
    return { outcome: failure ?? `${status}`, late: stopping };
  };
  for (let round = 0; round < 3; round += 1)
    await Promise.all(Array.from({ length: connections }, outcomeOf));

  const sent: ReturnType<typeof outcomeOf>[] = [];
  const pace = setInterval(() => {
    for (let count = 0; count < perTick && waiting < connections; count += 1)
      sent.push(outcomeOf());
  }, tickMs);
  await sleep(1500);
  stopping = true;
  const code = server.kill('SIGTERM');
  await sleep(500);
  clearInterval(pace);
  const answers = await Promise.all(sent);
  close();

  expect(await code).toBe(0);
  // Who comes when the door is shut is refused; nobody who is inside is thrown out.
  const dropped = answers.filter(({ outcome }) => outcome !== '200' && outcome !== 'ECONNREFUSED');
  expect(dropped).toEqual([]);
  expect(answers).toContainEqual({ outcome: '200', late: true });
}, 180_000);
