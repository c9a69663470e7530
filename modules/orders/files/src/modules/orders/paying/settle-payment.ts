import { desc, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../../contracts/database.ts';
import type { Settlement } from '../../../contracts/payments.ts';
import { transitions } from '../states.ts';
import { type OrderRow, orderEvents, orders } from '../table.ts';
import { oweRefund } from './owed-refunds.ts';

const prefix = 'order:';
export const referenceOf = (orderId: string) => `${prefix}${orderId}`;

/** What a payment's news mean for the order, in the transaction that notes the news. */
export async function settlePayment(app: FastifyInstance, settlement: Settlement, tx: Database) {
  const { reference, status, paymentId } = settlement;
  if (!reference.startsWith(prefix)) return;
  const id = reference.slice(prefix.length);
  const [order] = await tx.select().from(orders).where(eq(orders.id, id)).for('no key update');
  if (!order) return app.log.error({ reference, paymentId }, 'a payment for an unknown order');
  if (status === 'paid') await takePayment(app, order, settlement, tx);
  if (status === 'refunded') await noteRefund(app, order, settlement, tx);
  if (status === 'failed') app.log.info({ orderId: id, paymentId }, 'a payment failed');
}

/** An order is paid once, in full and in time; every other payment goes back to the payer. */
async function takePayment(
  app: FastifyInstance,
  order: OrderRow,
  { paymentId, amount, currency }: Settlement,
  tx: Database,
) {
  if (order.paymentId === paymentId) return;
  const { id, state, totalAmount } = order;
  const owed = { paymentId, orderId: id, amount };
  const isRight = amount === totalAmount && currency === order.currency;
  const isOpen = state === 'pending' || (state === 'cancelled' && (await hasExpired(tx, id)));
  if (isRight && isOpen) {
    await tx.update(orders).set({ paymentId }).where(eq(orders.id, id));
    const paid = { id, to: 'paid', by: 'payment' } as const;
    if (await tryTo(() => app.orderBook.move(paid, tx))) return;
    await app.orderBook.move({ ...paid, to: 'refunded' }, tx);
    return oweRefund(tx, owed);
  }
  app.log.warn({ orderId: id, paymentId, state }, 'a payment that fits no open order goes back');
  await oweRefund(tx, owed);
}

/** Whoever cancelled an order does not want it any more, paid or not; the clock did not ask. */
async function hasExpired(tx: Database, orderId: string) {
  const [last] = await tx
    .select({ by: orderEvents.by })
    .from(orderEvents)
    .where(eq(orderEvents.orderId, orderId))
    .orderBy(desc(orderEvents.id))
    .limit(1);
  return last?.by === 'clock';
}

/** False when the goods are gone; the savepoint of the move has then undone it. */
async function tryTo(move: () => Promise<void>): Promise<boolean> {
  try {
    await move();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'sold-out') return false;
    throw error;
  }
}

/** The payment was given back elsewhere, for example in the provider's own pages. */
async function noteRefund(
  app: FastifyInstance,
  { id, state, totalAmount, paymentId }: OrderRow,
  settlement: Settlement,
  tx: Database,
) {
  const isWhole = settlement.amount >= totalAmount && settlement.paymentId === paymentId;
  if (isWhole && transitions[state].refunded)
    await app.orderBook.move({ id, to: 'refunded', by: 'payment' }, tx);
}
