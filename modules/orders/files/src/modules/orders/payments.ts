import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { checkoutRoute } from './paying/checkout-route.ts';
import { giveRefunds, oweRefund } from './paying/owed-refunds.ts';
import { settlePayment } from './paying/settle-payment.ts';
import { sweep } from './sweep.ts';

/** Takes money for orders, and gives it back. */
const payments: Module = async (app) => {
  app.payments.onSettled((settlement, tx) => settlePayment(app, settlement, tx));
  app.orders.onMove(async ({ order, by }, tx) => {
    const { id: orderId, state, paymentId, totalAmount: amount } = order;
    if (state === 'refunded' && by === 'admin' && paymentId !== null)
      await oweRefund(tx, { paymentId, orderId, amount });
  });
  await app.register(checkoutRoute);
  sweep(app, () => giveRefunds(app));
};

export default fp(payments, {
  name: 'orders-payments',
  decorators: { fastify: ['orderBook', 'orders', 'payments', 'users'] },
});
