import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Answer, client } from '../../scripts/catalogue/drive/client.ts';
import { buildShop, startBundle } from './shop.ts';

const perTick = 10;
const tickMs = 20;

it('answers every request that it accepts while it is told to stop', async () => {
  const folder = await buildShop('sigterm');
  const server = await startBundle(folder, { PGLITE_DIR: 'memory://', LOG_LEVEL: 'warn' });
  const { send, close } = client(server.url, 50, false);
  const sent: Promise<Answer>[] = [];
  const shoot = () => {
    for (let count = 0; count < perTick; count += 1)
      sent.push(send({ method: 'GET', path: '/products?limit=5', headers: {} }));
  };
  const pace = setInterval(shoot, tickMs);
  await sleep(1500);
  const before = sent.length;
  const code = server.kill('SIGTERM');
  await sleep(500);
  clearInterval(pace);
  const answers = await Promise.all(sent);
  close();

  expect(await code).toBe(0);
  expect(answers.slice(0, before).map(({ status }) => status)).toEqual(Array(before).fill(200));
  // Those who come when the door is shut are refused; nobody who is inside is thrown out.
  const outcomes = new Set(answers.map(({ status, failure }) => failure ?? `${status}`));
  expect([...outcomes].sort()).toEqual(['200', 'ECONNREFUSED']);
}, 180_000);
