import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { answerWithPlaced } from './answer-with-order.ts';
import { requestKey } from './claim-key.ts';
import { detailsRef, NewOrderSchema, placeHeaders } from './schemas.ts';

export const placeRoute: FastifyPluginAsyncTypebox = async (app) => {
  const place = {
    operationId: 'placeOrder',
    tags: ['orders'],
    summary: 'Place an order',
    headers: placeHeaders,
    body: NewOrderSchema,
    response: { 201: detailsRef, ...app.problems(409, 422) },
  };
  const limit = { max: 60, seconds: 60 };
  const onRequest = app.requireIdentity;
  app.post('/orders', { onRequest, schema: place, config: { limit } }, async (request, reply) => {
    const { body, headers } = request;
    const { userId } = request.identity;
    const { lines, shippingAddress, note, expectedTotal } = body;
    const asked = [
      lines.map((line) => [line.productId, line.quantity]),
      ...[shippingAddress, note, expectedTotal],
    ];
    const key = requestKey(headers['idempotency-key'], asked);
    const id = await app.orderBook.place({ ...body, userId, request: key });
    return answerWithPlaced(app, reply, id, userId);
  });
};
