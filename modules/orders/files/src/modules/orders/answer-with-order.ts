import type { FastifyInstance, FastifyReply } from 'fastify';
import { etagOf } from './etag.ts';
import { readOrder } from './read-orders.ts';

/** The order as the response's body, with its ETag; 404 when it is not there for the caller. */
export async function answerWithOrder(
  app: FastifyInstance,
  reply: FastifyReply,
  id: string,
  ownerId?: string,
) {
  const order = await readOrder(app.db, id, ownerId);
  if (!order) throw app.problem(404, 'not-found', 'There is no such order.');
  reply.header('etag', etagOf(order));
  return order;
}

/** The answer to whoever placed an order, the first time and each time after. */
export function answerWithPlaced(
  app: FastifyInstance,
  reply: FastifyReply,
  id: string,
  userId: string,
) {
  reply.code(201).header('location', `/orders/${id}`);
  return answerWithOrder(app, reply, id, userId);
}
