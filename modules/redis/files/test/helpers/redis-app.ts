import Fastify from 'fastify';
import type { Module } from '../../src/contracts/module.ts';
import base from '../../src/modules/base/index.ts';
import redis from '../../src/modules/redis/index.ts';

/** A server of little more than Redis, and what it logs. */
export async function redisApp(env: NodeJS.ProcessEnv, more: Module[] = []) {
  const logged: string[] = [];
  const stream = { write: (line: string) => void logged.push(JSON.parse(line).msg) };
  const app = Fastify({ logger: { level: 'info', stream } });
  for (const module of [base, redis, ...more]) await app.register(module, { env });
  await app.ready();
  return { app, logged };
}
