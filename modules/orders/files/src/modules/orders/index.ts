import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { adminRoutes } from './admin-routes.ts';
import { buyerRoutes } from './buyer-routes.ts';
import { orderBook } from './order-book.ts';
import { OrderConfig } from './order-config.ts';
import { placeRoute } from './place-route.ts';
import { OrderDetailsSchema, OrderSchema } from './schemas.ts';
import { stockRoute } from './stock-route.ts';
import { sweep } from './sweep.ts';
import { tidyOrders } from './tidy-orders.ts';

const orders: Module = async (app) => {
  const config = app.config(OrderConfig);
  const book = orderBook(app, {
    holdMinutes: config.ORDER_HOLD_MINUTES,
    pendingMax: config.ORDER_PENDING_MAX,
  });
  app.decorate('orderBook', book);
  app.decorate('orders', { findById: book.findById, onMove: book.onMove });
  app.addSchema(OrderSchema);
  app.addSchema(OrderDetailsSchema);
  await app.register(placeRoute);
  await app.register(buyerRoutes);
  await app.register(adminRoutes);
  await app.register(stockRoute);
  sweep(app, (signal) => tidyOrders(app, signal));
};

export default fp(orders, {
  name: 'orders',
  decorators: { fastify: ['config', 'db', 'problem', 'problems', 'requireIdentity'] },
});
