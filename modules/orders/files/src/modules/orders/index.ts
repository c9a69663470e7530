import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { adminRoutes } from './admin-routes.ts';
import { buyerRoutes } from './buyer-routes.ts';
import { orderBook } from './order-book.ts';
import { OrderConfig } from './order-config.ts';
import { placeRoute } from './place-route.ts';
import { OrderDetailsSchema, OrderSchema } from './schemas.ts';
import { sweep } from './sweep.ts';
import { tidyOrders } from './tidy-orders.ts';

const orders: Module = async (app) => {
  const book = orderBook(app, app.config(OrderConfig).ORDER_HOLD_MINUTES);
  app.decorate('orderBook', book);
  app.decorate('orders', { findById: book.findById, onMove: book.onMove });
  app.addSchema(OrderSchema);
  app.addSchema(OrderDetailsSchema);
  await app.register(placeRoute);
  await app.register(buyerRoutes);
  await app.register(adminRoutes);
  sweep(app, () => tidyOrders(app));
};

export default fp(orders, {
  name: 'orders',
  decorators: { fastify: ['config', 'db', 'problem', 'problems', 'requireIdentity'] },
});
