import type { Context } from 'aws-lambda';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { backgroundHandler } from '../../../src/modules/aws-lambda/background-handler.ts';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';

async function served(remainingMs: number) {
  const events: string[] = [];
  const started = Date.now();
  const handler = backgroundHandler(async () => {
    const env: NodeJS.ProcessEnv = { LOG_LEVEL: 'silent', SHUTDOWN_TIMEOUT_MS: '1000' };
    const app = Fastify(serverOptions(env));
    await app.register(base, { env });
    app.addHook('onListen', async () => void events.push('works'));
    app.addHook('onClose', async () => void events.push('closed'));
    return app;
  });
  const getRemainingTimeInMillis = () => started + remainingMs - Date.now();
  await handler({}, { getRemainingTimeInMillis } as Context);
  return { events, ms: Date.now() - started };
}

test('what works by itself does, and stops while there is time to', async () => {
  const { events, ms } = await served(7_000);
  expect(events).toEqual(['works', 'closed']);
  expect(ms).toBeGreaterThan(900);
  expect(ms).toBeLessThan(2_500);
});

test('without enough time it stops at once', async () => {
  const { events, ms } = await served(3_000);
  expect(events).toEqual(['works', 'closed']);
  expect(ms).toBeLessThan(900);
});
