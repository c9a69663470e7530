import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { CartStore } from './cart-store.ts';
import { cartRef, ItemChange, itemParams } from './schemas.ts';

/** What signed-in people do with their own cart. */
export const cartRoutes: FastifyPluginAsyncTypebox<{ store: CartStore }> = async (
  app,
  { store },
) => {
  const onRequest = app.requireIdentity;
  const tags = ['cart'];

  const read = {
    operationId: 'readCart',
    tags,
    summary: 'Read my cart, at current prices',
    response: { 200: cartRef },
  };
  app.get('/cart', { onRequest, schema: read }, ({ identity }) => store.read(identity.userId));

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

  const put = {
    operationId: 'putCartItem',
    tags,
    summary: 'Put so many of a product into my cart',
    params: itemParams,
    body: ItemChange,
    response: { 200: cartRef, ...app.problems(404, 422) },
  };
  app.put('/cart/items/:productId', { onRequest, schema: put }, (request) => {
    const { identity, params, body } = request;
    return store.put(identity.userId, { ...params, ...body });
  });

  const remove = {
    operationId: 'removeCartItem',
    tags,
    summary: 'Take a product out of my cart',
    params: itemParams,
    response: { 200: cartRef },
  };
  app.delete('/cart/items/:productId', { onRequest, schema: remove }, async (request) => {
    const { userId } = request.identity;
    await store.remove(userId, request.params.productId);
    return store.read(userId);
  });
};
