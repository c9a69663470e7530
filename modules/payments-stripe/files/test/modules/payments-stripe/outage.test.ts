import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { circuit } from '../../../src/modules/payments-stripe/circuit.ts';
import { ownServer } from './own-server.ts';
import { newCheckout, paymentOf, quiet, world } from './set-up.ts';
import type { Trouble } from './stripe-world.ts';

let app: FastifyInstance;
beforeEach(async () => {
  await quiet();
  app = await ownServer({ STRIPE_TIMEOUT_SECONDS: '1' });
});
afterEach(() => app.close());

const unavailable = { statusCode: 503, code: 'payments-unavailable' };
const create = (checkout = newCheckout()) => app.payments.createCheckout(checkout);

describe('Stripe', () => {
  test.each<Trouble>(['silent', 'hang-up', 'error', 'html', 'lost-answer'])(
    '(%s) that does not answer well is told, and asked again later',
    async (trouble) => {
      const checkout = newCheckout();
      world.trouble = trouble;
      await expect(create(checkout)).rejects.toMatchObject(unavailable);
      expect((await paymentOf(checkout))?.state).not.toBe('open');
      world.trouble = undefined;
      await expect(create(checkout)).resolves.toMatchObject({ url: expect.any(String) });
      expect(await paymentOf(checkout)).toMatchObject({ state: 'open' });
      const made = [...world.sessions.values()].filter(
        ({ metadata }) => metadata.reference === checkout.reference,
      );
      expect(made).toHaveLength(1);
    },
  );

  test('that hangs up once is asked again at once', async () => {
    world.troubles = ['hang-up'];
    await expect(create()).resolves.toBeDefined();
  });

  test('that is down is soon not asked any more', async () => {
    world.trouble = 'html';
    for (let i = 0; i < 5; i++) await create().catch(() => undefined);
    world.requests.length = 0;
    world.trouble = undefined;
    await expect(create()).rejects.toMatchObject(unavailable);
    expect(world.requests).toEqual([]);
  });

  test('answers with another key than ours are a matter of ours, not of the payer', async () => {
    const other = await ownServer({ STRIPE_SECRET_KEY: 'sk_test_other' });
    await expect(other.payments.createCheckout(newCheckout())).rejects.toMatchObject(unavailable);
    await other.close();
  });

  test('is told to payers as a problem that passes', async () => {
    app = await ownServer({ STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' });
    await expect(create()).rejects.toMatchObject(unavailable);
    const response = await app.inject({
      method: 'POST',
      url: '/payments/stripe/webhook',
      payload: {},
    });
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
  });
});

describe('the circuit', () => {
  test('opens after five failures in a row, lets one through after a while, and closes', () => {
    let now = 0;
    const line = circuit(() => now);
    for (let i = 0; i < 4; i++) line.record(false);
    expect(line.allows()).toBe(true);
    line.record(false);
    expect(line.allows()).toBe(false);
    now = 30_001;
    expect([line.allows(), line.allows()]).toEqual([true, false]);
    line.record(true);
    expect([line.allows(), line.allows()]).toEqual([true, true]);
  });
});
