import fp from 'fastify-plugin';
import { buildApp } from '../../../src/app.ts';
import type { Module } from '../../../src/contracts/module.ts';
import paymentsStripe from '../../../src/modules/payments-stripe/index.ts';
import { modules } from '../../../src/modules.ts';
import { testApp } from '../../helpers/test-app.ts';

/** A server with an environment of its own that takes payments, on the database of all tests. */
export async function ownServer(env: Record<string, string> = {}, more: Module[] = []) {
  const { db } = await testApp();
  const database = fp(async (app) => void app.decorate('db', db));
  return buildApp({ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env }, [
    ...modules.slice(0, 1),
    database,
    paymentsStripe,
    ...more,
  ]);
}
