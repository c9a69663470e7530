import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { adminSteps } from './admin-steps.ts';
import { answerWithOrder } from './answer-with-order.ts';
import { versionsOf } from './etag.ts';
import { detailsRef, moveHeaders, orderParams } from './schemas.ts';

/** The steps of an order that only admins take. */
export const adminRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const onRequest = app.requireAdmin;
  for (const { path, to, operationId, summary } of adminSteps) {
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
