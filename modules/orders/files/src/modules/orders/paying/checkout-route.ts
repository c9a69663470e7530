import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { readOrder } from '../read-orders.ts';
import { orderParams } from '../schemas.ts';
import { referenceOf } from './settle-payment.ts';

/** A page of our own web app: a path, never an address elsewhere. */
const path = Type.String({ pattern: '^/(?![/\\\\])[\\x21-\\x7e]*$', maxLength: 500 });
const NewCheckout = Type.Object(
  { successPath: path, cancelPath: path },
  { additionalProperties: false },
);
const CheckoutSchema = Type.Object({
  id: Type.String(),
  url: Type.String({ description: 'Where the customer goes to pay.' }),
});

export const checkoutRoute: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    operationId: 'checkoutOrder',
    tags: ['orders'],
    summary: 'Go and pay an order',
    params: orderParams,
    body: NewCheckout,
    response: { 201: CheckoutSchema, ...app.problems(404, 409, 502) },
  };
  const options = {
    onRequest: app.requireIdentity,
    schema,
    config: { limit: { max: 20, seconds: 60 } },
  };
  app.post('/orders/:id/checkout', options, async ({ params, body, identity }, reply) => {
    const order = await readOrder(app.db, params.id, identity.userId);
    if (!order) throw app.problem(404, 'not-found', 'You have no such order.');
    if (order.state !== 'pending')
      throw app.problem(409, 'wrong-state', `The order is ${order.state}: it cannot be paid.`);
    if (order.totalAmount === 0)
      throw app.problem(409, 'nothing-to-pay', 'The order costs nothing: there is nothing to pay.');
    const customer = await app.users.findById(identity.userId);
    const checkout = await app.payments.createCheckout({
      ...body,
      reference: referenceOf(order.id),
      description: `Order ${order.number}`,
      amount: order.totalAmount,
      currency: order.currency,
      lines: order.items.map(({ productName: name, quantity, unitAmount }) => {
        return { name, quantity, unitAmount };
      }),
      ...(customer ? { customerEmail: customer.email } : {}),
    });
    return reply.code(201).send(checkout);
  });
};
