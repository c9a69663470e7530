import fp from 'fastify-plugin';
import { buildApp } from '../../../src/app.ts';
import email from '../../../src/modules/email/index.ts';
import { modules } from '../../../src/modules.ts';
import { testApp } from '../../helpers/test-app.ts';

/** A server with an environment of its own that sends mails, on the database of all tests. */
export async function startMailServer(env: Record<string, string>) {
  const { db } = await testApp();
  const database = fp(async (app) => void app.decorate('db', db));
  return buildApp({ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env }, [
    ...modules.slice(0, 1),
    database,
    email,
  ]);
}
