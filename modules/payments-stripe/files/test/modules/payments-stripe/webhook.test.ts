import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Module } from '../../../src/contracts/module.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { completed, deliver, eventOf, post, sign } from './deliver.ts';
import { ownServer } from './own-server.ts';
import { app, listener, open, pay, paymentOf, quiet, told } from './set-up.ts';

beforeEach(quiet);

async function paidLetter() {
  const checkout = await open();
  const object = await pay(checkout);
  return { checkout, object, letter: { type: 'checkout.session.completed', object } };
}
const countEvents = async () => {
  const result = await app.db.execute(sql`select count(*)::int as n from stripe_events`);
  return (result as unknown as { rows: { n: number }[] }).rows[0]?.n;
};

describe('an event that Stripe signed', () => {
  test('settles the payment and tells of it', async () => {
    const { checkout, object } = await paidLetter();
    const response = await completed(app, object);
    expect([response.statusCode, response.json()]).toEqual([200, { received: true }]);
    const { reference, amount, currency } = checkout;
    const paymentId = object.payment_intent;
    expect(told).toEqual([{ reference, status: 'paid', amount, currency, paymentId }]);
    expect(await paymentOf(checkout)).toMatchObject({ state: 'paid', paymentIntentId: paymentId });
  });

  test('has one effect, however often it comes', async () => {
    const { letter } = await paidLetter();
    const payload = JSON.stringify(eventOf(letter));
    const send = () => post(app, payload, { 'stripe-signature': sign(payload) });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(200));
    await send();
    expect(told).toHaveLength(1);
    expect(await countEvents()).toBe(1);
  });

  test('about the same payment as another has no effect of its own', async () => {
    const { object } = await paidLetter();
    await Promise.all([completed(app, object), completed(app, object)]);
    await deliver(app, { type: 'checkout.session.async_payment_succeeded', object });
    expect(told).toHaveLength(1);
  });

  test('comes again when a listener fails, and nothing of it is kept', async () => {
    const { checkout, letter } = await paidLetter();
    listener.act = async (_settlement, db) => {
      await db.execute(sql`update stripe_payments set reference = 'test:written'`);
      throw app.problem(409, 'no', 'The listener cannot.');
    };
    const event = { ...letter, id: 'evt_again' };
    expectProblem(await deliver(app, event), 500);
    expect(await paymentOf(checkout)).toMatchObject({ state: 'open' });
    expect(await countEvents()).toBe(0);
    listener.act = async () => {};
    expect((await deliver(app, event)).statusCode).toBe(200);
    expect(told).toHaveLength(1);
  });

  test.each(['customer.created', 'a.type.of.the.future'])(
    'of the type %s is passed over',
    async (type) => {
      expect((await deliver(app, { type, object: { id: 'x_1' } })).statusCode).toBe(200);
      expect(await countEvents()).toBe(0);
    },
  );

  test('about somebody else is passed over', async () => {
    const { object } = await paidLetter();
    await completed(app, { ...object, id: 'cs_other', metadata: { checkout: 'no uuid' } });
    await completed(app, { ...object, id: 'cs_other', metadata: {} });
    await deliver(app, {
      type: 'charge.refunded',
      object: { payment_intent: 'pi_other', metadata: {}, amount_refunded: 1 },
    });
    await deliver(app, { type: 'charge.refunded', object: { payment_intent: null } });
    const connected = { type: 'checkout.session.completed', object, account: 'acct_1' };
    expect((await deliver(app, connected)).statusCode).toBe(200);
    expect(told).toEqual([]);
  });

  test('leaves the JSON of other routes alone', async () => {
    const echo: Module = async (server) => void server.post('/echo', ({ body }) => ({ body }));
    const server = await ownServer({}, [echo]);
    const payload = { amount: 1 };
    const response = await server.inject({ method: 'POST', url: '/echo', payload });
    expect(response.json()).toEqual({ body: payload });
    await server.close();
  });
});

describe('an attack', () => {
  const attacks: [string, (payload: string) => [string, Record<string, string>], number][] = [
    ['without signature', (body) => [body, {}], 400],
    ['with an empty signature', (body) => [body, { 'stripe-signature': '' }], 400],
    ['with a signature of nothing', (body) => [body, { 'stripe-signature': 't=1,v1=' }], 400],
    ['an old one', (body) => [body, { 'stripe-signature': sign(body, 'whsec_tests', 301) }], 400],
    ['with another secret', (body) => [body, { 'stripe-signature': sign(body, 'whsec_no') }], 400],
    [
      'with one byte changed',
      (body) => [body.replace('1800', '1801'), { 'stripe-signature': sign(body) }],
      400,
    ],
    [
      'written anew',
      (body) => [JSON.stringify(JSON.parse(body), null, 1), { 'stripe-signature': sign(body) }],
      400,
    ],
    [
      'replayed under another time',
      (body) => [
        body,
        {
          'stripe-signature': sign(body).replace(/^t=\d+/, `t=${Math.floor(Date.now() / 1e3) + 9}`),
        },
      ],
      400,
    ],
    [
      'of live money',
      (body) => {
        const live = body.replace('"livemode":false,"data"', '"livemode":true,"data"');
        return [live, { 'stripe-signature': sign(live) }];
      },
      400,
    ],
    ['that is no JSON', () => ['{', { 'stripe-signature': sign('{') }], 400],
    ['that is empty', () => ['', { 'stripe-signature': sign('') }], 400],
    [
      'that is huge',
      () => {
        const huge = JSON.stringify({ text: 'x'.repeat(600_000) });
        return [huge, { 'stripe-signature': sign(huge) }];
      },
      413,
    ],
    [
      'in another form',
      (body) => [body, { 'stripe-signature': sign(body), 'content-type': 'text/plain' }],
      415,
    ],
  ];

  test.each(attacks)('%s is refused and changes nothing', async (_name, tamper, status) => {
    const { checkout, letter } = await paidLetter();
    const response = await post(app, ...tamper(JSON.stringify(eventOf(letter))));
    expectProblem(response, status);
    expect(await paymentOf(checkout)).toMatchObject({ state: 'open' });
    expect(await countEvents()).toBe(0);
  });

  test.each([
    ['amount', { amount_total: 1 }],
    ['currency', { currency: 'usd' }],
  ])('with another %s is flagged, not settled', async (_name, changes) => {
    const { checkout, object } = await paidLetter();
    expect((await completed(app, { ...object, ...changes })).statusCode).toBe(200);
    expect(await paymentOf(checkout)).toMatchObject({ state: 'flagged' });
    await completed(app, object);
    expect(told).toEqual([]);
    await expect(app.payments.createCheckout(checkout)).rejects.toMatchObject({ statusCode: 409 });
  });
});
