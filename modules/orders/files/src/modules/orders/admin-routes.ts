import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { OrderState } from '../../contracts/orders.ts';
import { answerWithOrder } from './answer-with-order.ts';
import { versionsOf } from './etag.ts';
import { detailsRef, moveHeaders, orderParams } from './schemas.ts';

const steps: { path: string; to: OrderState; operationId: string; summary: string }[] = [
  {
    path: 'mark-paid',
    to: 'paid',
    operationId: 'markOrderPaid',
    summary: 'Note that an order is paid',
  },
  {
    path: 'ship',
    to: 'shipped',
    operationId: 'shipOrder',
    summary: 'Note that an order is on its way',
  },
  {
    path: 'deliver',
    to: 'delivered',
    operationId: 'deliverOrder',
    summary: 'Note that an order has arrived',
  },
  {
    path: 'refund',
    to: 'refunded',
    operationId: 'refundOrder',
    summary: 'Give the money for an order back',
  },
];

/** The steps of an order that only admins take. */
export const adminRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const onRequest = app.requireAdmin;
  for (const { path, to, operationId, summary } of steps) {
    const schema = {
      operationId,
      tags: ['orders'],
      summary,
      params: orderParams,
      headers: moveHeaders,
      response: { 200: detailsRef, ...app.problems(404, 409, 412) },
    };
    app.post(`/orders/:id/${path}`, { onRequest, schema }, async (request, reply) => {
      const { id } = request.params;
      const versions = versionsOf(request.headers['if-match']);
      const byUserId = request.identity.userId;
      await app.orderBook.move({ id, to, by: 'admin', byUserId, versions });
      return answerWithOrder(app, reply, id);
    });
  }
};
