import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { answerWithPlaced } from './answer-with-order.ts';
import { requestKey } from './claim-key.ts';
import { delivery, detailsRef, expectedTotal, placeHeaders } from './schemas.ts';
import { typed } from './typed-app.ts';

/** Orders what is in the cart, and takes it out of the cart in the same transaction. */
const fromCart: Module = async (server) => {
  const app = typed(server);
  const schema = {
    operationId: 'placeOrderFromCart',
    tags: ['orders'],
    summary: 'Order what is in my cart',
    headers: placeHeaders,
    body: Type.Object({ expectedTotal, ...delivery }, { additionalProperties: false }),
    response: { 201: detailsRef, ...app.problems(409, 422) },
  };
  const options = {
    onRequest: app.requireIdentity,
    schema,
    config: { limit: { max: 60, seconds: 60 } },
  };
  app.post('/orders/from-cart', options, async ({ body, headers, identity }, reply) => {
    const { userId } = identity;
    // The cart is empty when the request comes again, so it is no part of what was asked.
    const request = requestKey(headers['idempotency-key'], [
      'cart',
      body.shippingAddress,
      body.note,
      body.expectedTotal,
    ]);
    const lines = await app.cart.lines(userId);
    const id = await app.orderBook.place({ ...body, userId, lines, request }, async (tx) => {
      if (!(await app.cart.take(userId, lines, tx)))
        throw app.problem(409, 'cart-changed', 'The cart has changed meanwhile: look at it again.');
    });
    return answerWithPlaced(server, reply, id, userId);
  });
};

export default fp(fromCart, {
  name: 'orders-from-cart',
  decorators: { fastify: ['orderBook', 'cart'] },
});
