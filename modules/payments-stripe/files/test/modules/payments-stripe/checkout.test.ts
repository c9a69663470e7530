import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCheckout } from '../../../src/modules/payments-stripe/create-checkout.ts';
import { app, newCheckout, open, pay, paymentOf, quiet, sessionOf, told, world } from './set-up.ts';

beforeEach(quiet);

const create = app.payments.createCheckout;
const sessionsAsked = () =>
  world.requests.filter(({ url }) => url === '/v1/checkout/sessions').length;
const statuses = () =>
  [...world.sessions.values()].filter(({ metadata }) => metadata.reference === 'test:one');

describe('a checkout', () => {
  test('asks for what is owed and leads back to the web app', async () => {
    const lines = [
      { name: 'Tea', quantity: 3, unitAmount: 500 },
      { name: 'Cup', quantity: 1, unitAmount: 300 },
    ];
    const checkout = newCheckout({ lines, customerEmail: 'ann@shop.test' });
    const { id, url } = await create(checkout);
    const session = await sessionOf(checkout);
    expect(url).toBe(session.url);
    expect(session).toMatchObject({
      ...{ amount_total: 1800, currency: 'eur', customer_email: 'ann@shop.test' },
      success_url: 'https://app.test/thanks?order=1',
      metadata: { checkout: id, reference: checkout.reference },
    });
    expect(session.expires_at * 1000 - Date.now()).toBeGreaterThan(58 * 60_000);
    expect(await paymentOf(checkout)).toMatchObject({ id, state: 'open', amount: 1800 });
  });

  test('asked for again is the same', async () => {
    const checkout = newCheckout();
    const first = await create(checkout);
    expect(await create({ ...checkout, successPath: '/elsewhere' })).toEqual(first);
    expect(sessionsAsked()).toBe(1);
  });

  test('asked for by many at once is one', async () => {
    const checkout = newCheckout();
    const all = await Promise.all(Array.from({ length: 12 }, () => create(checkout)));
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    const made = [...world.sessions.values()].filter(
      ({ metadata }) => metadata.reference === checkout.reference,
    );
    expect(made).toHaveLength(1);
  });

  test('that has run out makes place for a new one', async () => {
    const checkout = await open();
    const before = await sessionOf(checkout);
    await app.db.execute(sql`update stripe_payments set expires_at = now()`);
    const { url } = await create(checkout);
    expect(url).not.toBe(before.url);
    expect(before.status).toBe('expired');
  });

  test('over another amount closes the one before', async () => {
    const checkout = await open({ reference: 'test:one' });
    await create({ ...checkout, amount: 900 });
    expect(statuses().map(({ status, amount_total }) => [status, amount_total])).toEqual([
      ['expired', 1800],
      ['open', 900],
    ]);
  });

  test('over another amount comes too late when it is paid', async () => {
    const checkout = await open();
    await pay(checkout);
    await expect(create({ ...checkout, amount: 900 })).rejects.toMatchObject({ statusCode: 409 });
    expect(told).toMatchObject([{ status: 'paid', amount: 1800 }]);
    await expect(create(checkout)).rejects.toMatchObject({ code: 'already-paid' });
  });

  test('over another amount, while the first is being made, is the only one to be paid', async () => {
    const checkout = newCheckout({ reference: 'test:race' });
    world.troubles = ['silent'];
    const slow = createCheckout(app.stripeTill, checkout).catch((error: unknown) => error);
    await expect.poll(() => sessionsAsked()).toBe(1);
    await create({ ...checkout, amount: 900 });
    expect(await slow).toMatchObject({ statusCode: 503 });
    const left = [...world.sessions.values()].filter(
      ({ metadata, status }) => metadata.reference === 'test:race' && status === 'open',
    );
    expect(left.map(({ amount_total }) => amount_total)).toEqual([900]);
  });

  test('of very many lines shows the sum', async () => {
    const lines = Array.from({ length: 101 }, (_, n) => ({
      name: `Tea ${n}`,
      quantity: 1,
      unitAmount: 10,
    }));
    const checkout = await open({ amount: 1010, lines });
    expect((await sessionOf(checkout)).amount_total).toBe(1010);
  });
});

describe('a checkout is refused', () => {
  test.each([
    ['without reference', { reference: '' }],
    ['of nothing', { amount: 0 }],
    ['of half a cent', { amount: 1.5 }],
    ['in a currency that is none', { currency: 'eur' }],
    ['with lines that make another sum', { lines: [{ name: 'Tea', quantity: 2, unitAmount: 1 }] }],
    ['that leads elsewhere', { successPath: '//evil.test' }],
  ])('%s', async (_name, given) => {
    await expect(create(newCheckout(given))).rejects.toThrow(/^A checkout|^The lines/);
    expect(world.requests).toEqual([]);
  });

  test.each([
    ['too small for Stripe', { amount: 10 }],
    ['that Stripe cannot write', { amount: 1801, currency: 'KWD' }],
    ['in a currency that Stripe does not know', { currency: 'XTS' }],
  ])('when it is %s, and can be tried again', async (_name, given) => {
    const checkout = newCheckout(given);
    const refused = { statusCode: 502, code: 'payments-refused' };
    await expect(create(checkout)).rejects.toMatchObject(refused);
    await expect(create({ ...checkout, amount: 2000, currency: 'EUR' })).resolves.toBeDefined();
  });
});
