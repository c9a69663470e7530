import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { cartBody } from './cart-body.ts';
import type { CartStore } from './cart-store.ts';
import { cartRef } from './schemas.ts';

/** What signed-in people do with their own cart. */
export const cartRoutes: FastifyPluginAsyncTypebox<{ store: CartStore }> = async (
  app,
  { store },
) => {
  const onRequest = app.requireIdentity;
  const tags = ['cart'];
  const show = async (userId: string) => cartBody(await store.priced(userId), app.problem);

  const read = {
    operationId: 'readCart',
    tags,
    summary: 'Read my cart, at current prices',
    response: { 200: cartRef, ...app.problems(422) },
  };
  app.get('/cart', { onRequest, schema: read }, ({ identity }) => show(identity.userId));

  const empty = {
    operationId: 'emptyCart',
    tags,
    summary: 'Empty my cart',
    response: { 204: Type.Null({ description: 'Done' }) },
  };
  app.delete('/cart', { onRequest, schema: empty }, async ({ identity }, reply) => {
    await store.empty(identity.userId);
    return reply.code(204).send(null);
  });
};
