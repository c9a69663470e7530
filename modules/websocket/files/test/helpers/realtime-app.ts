import Fastify from 'fastify';
import type { Module } from '../../src/contracts/module.ts';
import { serverOptions } from '../../src/modules/base/server-options.ts';
import { modules } from '../../src/modules.ts';
import { addressOf } from './address-of.ts';

const partNames = ['base', 'redis', 'websocket'];
const parts = modules.filter((part) =>
  partNames.includes(Reflect.get(part, Symbol.for('fastify.display-name'))),
);

/** A server of little more than rooms, to which nobody signs in, and what it logs. */
export async function realtimeApp(env: NodeJS.ProcessEnv = {}, more: Module[] = []) {
  const logged: string[] = [];
  const closes: number[] = [];
  const losses: string[] = [];
  const stream = { write: (line: string) => void logged.push(JSON.parse(line).msg) };
  const app = Fastify({ ...serverOptions({}), logger: { level: 'info', stream } });
  for (const module of [...parts, ...more]) await app.register(module, { env });
  app.realtime.room('public/:id', { mayJoin: () => true });
  app.realtime.room('closed/:id', { mayJoin: () => false });
  app.realtimeServer.observe({
    onOpen: () => {},
    onClose: (code) => closes.push(code),
    onDeliver: () => {},
    onLoss: () => losses.push('event'),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, logged, closes, losses, url: addressOf(app) };
}
