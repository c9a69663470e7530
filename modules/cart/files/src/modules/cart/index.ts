import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { cartStore } from './cart-store.ts';
import { cartRoutes } from './routes.ts';
import { CartSchema } from './schemas.ts';
import { linesOf, takeLines } from './take-lines.ts';

const cart: Module = async (app) => {
  const store = cartStore(app);
  app.decorate('cart', {
    lines: (userId, db = app.db) => linesOf(db, userId),
    take: (userId, lines, db) => takeLines(db, userId, lines),
  });
  app.addSchema(CartSchema);
  await app.register(cartRoutes, { store });
};

export default fp(cart, {
  name: 'cart',
  decorators: { fastify: ['db', 'problem', 'problems', 'requireIdentity'] },
});
