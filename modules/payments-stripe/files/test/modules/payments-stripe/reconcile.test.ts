import { sql } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { reconcile, reconcileAll } from '../../../src/modules/payments-stripe/reconcile.ts';
import { deliver } from './deliver.ts';
import { ownServer } from './own-server.ts';
import {
  app,
  listener,
  newCheckout,
  open,
  pay,
  paymentOf,
  quiet,
  sessionOf,
  told,
  world,
} from './set-up.ts';

beforeEach(quiet);

const till = app.stripeTill;
const makeDue = () => app.db.execute(sql`update stripe_payments set next_check_at = now()`);

test('a payment of which no event told is found', async () => {
  const checkout = await open();
  await pay(checkout);
  expect(await reconcile(till)).toBe(0);
  await makeDue();
  expect(await reconcile(till)).toBe(1);
  expect(told).toMatchObject([{ status: 'paid', reference: checkout.reference }]);
  await makeDue();
  expect(await reconcile(till)).toBe(0);
});

test('several processes ask about each payment once', async () => {
  for (let i = 0; i < 25; i++) await open();
  world.requests.length = 0;
  await makeDue();
  const asked = await Promise.all([reconcile(till), reconcile(till), reconcile(till)]);
  expect(asked.reduce((sum, n) => sum + n, 0)).toBe(25);
  expect(world.requests).toHaveLength(25);
});

test('an open one stays open, an expired one ends, one without session ends', async () => {
  const [still, over, lost] = [await open(), await open(), await open()];
  Object.assign(await sessionOf(over), { status: 'expired' });
  await app.db.execute(sql`update stripe_payments set state = 'creating', session_id = null
    where reference = ${lost.reference}`);
  expect(await reconcileAll(till)).toBe(3);
  const states = await Promise.all([still, over, lost].map(paymentOf));
  expect(states.map((payment) => payment?.state)).toEqual(['open', 'expired', 'expired']);
});

test('a bank transfer that failed unheard is told of', async () => {
  const checkout = await open();
  const session = await sessionOf(checkout);
  Object.assign(session, { status: 'complete', payment_intent: 'pi_unheard' });
  await reconcileAll(till);
  expect(await paymentOf(checkout)).toMatchObject({ state: 'processing' });
  world.failedIntents.add('pi_unheard');
  await reconcileAll(till);
  expect(told).toMatchObject([{ status: 'failed', paymentId: 'pi_unheard' }]);
});

test('what Stripe does not know keeps nothing else waiting; its outage ends the round', async () => {
  const [gone, paid] = [await open(), await open()];
  await pay(paid);
  world.sessions.delete((await sessionOf(gone)).id);
  expect(await reconcileAll(till)).toBe(2);
  expect(told).toHaveLength(1);
  world.trouble = 'html';
  await expect(reconcileAll(till)).rejects.toMatchObject({ statusCode: 503 });
  world.trouble = undefined;
  await expect(app.payments.createCheckout(newCheckout())).resolves.toBeDefined();
});

test('one whose listener fails keeps no other waiting, and is tried again', async () => {
  const [bad, good] = [await open(), await open()];
  for (const checkout of [bad, good]) await pay(checkout);
  listener.act = async ({ reference }) => {
    if (reference === bad.reference) throw new Error('not this one');
  };
  const logged = vi.spyOn(till.log, 'error').mockImplementation(() => {});
  expect(await reconcileAll(till)).toBe(2);
  expect(told).toMatchObject([{ reference: good.reference }]);
  expect(logged).toHaveBeenCalledTimes(1);
  expect(await paymentOf(bad)).toMatchObject({ state: 'open' });
  logged.mockRestore();
  listener.act = async () => {};
  await reconcileAll(till);
  expect(await paymentOf(bad)).toMatchObject({ state: 'paid' });
});

test('events are forgotten after a month', async () => {
  await deliver(app, { type: 'refund.failed', object: { id: 're_1', payment_intent: null } });
  const count = async () =>
    (await app.db.execute(sql`select id from stripe_events`)) as unknown as { rows: unknown[] };
  await reconcile(till);
  expect((await count()).rows).toHaveLength(1);
  await app.db.execute(sql`update stripe_events set received_at = now() - interval '31 days'`);
  await reconcile(till);
  expect((await count()).rows).toEqual([]);
});

test('a server that listens does it by itself', async () => {
  const checkout = await open();
  await pay(checkout);
  await makeDue();
  const server = await ownServer({ STRIPE_RECONCILE_SECONDS: '10' });
  await server.listen({ port: 0, host: '127.0.0.1' });
  await expect
    .poll(async () => (await paymentOf(checkout))?.state, { timeout: 15_000 })
    .toBe('paid');
  await server.close();
}, 20_000);
