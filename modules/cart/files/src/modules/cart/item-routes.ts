import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { cartBody } from './cart-body.ts';
import type { CartStore } from './cart-store.ts';
import { cartRef, ItemChange, itemParams } from './schemas.ts';

/** What goes into the caller's cart, and out of it. */
export const itemRoutes: FastifyPluginAsyncTypebox<{ store: CartStore }> = async (
  app,
  { store },
) => {
  const onRequest = app.requireIdentity;
  const tags = ['cart'];
  const show = async (userId: string) => cartBody(await store.priced(userId), app.problem);

  const put = {
    operationId: 'putCartItem',
    tags,
    summary: 'Put so many of a product into my cart',
    params: itemParams,
    body: ItemChange,
    response: { 200: cartRef, ...app.problems(404, 422) },
  };
  app.put('/cart/items/:productId', { onRequest, schema: put }, async (request) => {
    const { identity, params, body } = request;
    await store.put(identity.userId, { ...params, ...body });
    return show(identity.userId);
  });

  const remove = {
    operationId: 'removeCartItem',
    tags,
    summary: 'Take a product out of my cart',
    params: itemParams,
    response: { 200: cartRef, ...app.problems(422) },
  };
  app.delete('/cart/items/:productId', { onRequest, schema: remove }, async (request) => {
    await store.remove(request.identity.userId, request.params.productId);
    return show(request.identity.userId);
  });
};
