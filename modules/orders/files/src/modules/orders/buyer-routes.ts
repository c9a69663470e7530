import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Identity } from '../../contracts/identity.ts';
import { answerWithOrder } from './answer-with-order.ts';
import { versionsOf } from './etag.ts';
import { listOrders } from './read-orders.ts';
import { detailsRef, moveHeaders, OrderPage, orderParams, pageQuery } from './schemas.ts';

/** Callers see their own orders, admins all. */
const ownerOf = ({ role, userId }: Identity) => (role === 'admin' ? undefined : userId);

export const buyerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const onRequest = app.requireIdentity;
  const tags = ['orders'];

  const list = {
    operationId: 'listOrders',
    tags,
    summary: 'List orders, newest first: mine, or all for admins',
    querystring: pageQuery,
    response: { 200: OrderPage },
  };
  app.get('/orders', { onRequest, schema: list }, ({ query, identity }) =>
    listOrders(app.db, query, ownerOf(identity)),
  );

  const read = {
    operationId: 'readOrder',
    tags,
    summary: 'Read an order with its history',
    params: orderParams,
    response: { 200: detailsRef, ...app.problems(404) },
  };
  app.get('/orders/:id', { onRequest, schema: read }, ({ params, identity }, reply) =>
    answerWithOrder(app, reply, params.id, ownerOf(identity)),
  );

  const cancel = {
    operationId: 'cancelOrder',
    tags,
    summary: 'Cancel an order that is not paid',
    params: orderParams,
    headers: moveHeaders,
    response: { 200: detailsRef, ...app.problems(404, 409, 412) },
  };
  app.post('/orders/:id/cancel', { onRequest, schema: cancel }, async (request, reply) => {
    const { params, headers, identity } = request;
    const ownerId = ownerOf(identity);
    await app.orderBook.move({
      id: params.id,
      to: 'cancelled',
      by: ownerId === undefined ? 'admin' : 'customer',
      byUserId: identity.userId,
      ownerId,
      versions: versionsOf(headers['if-match']),
    });
    return answerWithOrder(app, reply, params.id, ownerId);
  });
};
