import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { changeStock } from './change-stock.ts';
import { etagOf, versionsOf } from './etag.ts';
import { productGuard } from './product-guard.ts';
import { moveHeaders, orderParams, StockChange, StockSchema } from './schemas.ts';

/** Goods come and go while orders take some: a change adds up with theirs, a new number would not. */
export const stockRoute: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    operationId: 'changeStock',
    tags: ['products'],
    summary: 'Note that goods were received or lost',
    params: orderParams,
    headers: moveHeaders,
    body: StockChange,
    response: { 200: StockSchema, ...app.problems(404, 409, 412) },
  };
  const onRequest = productGuard(app);
  app.post('/products/:id/stock', { onRequest, schema }, async (request, reply) => {
    const { params, body, headers } = request;
    const versions = versionsOf(headers['if-match']);
    const product = await changeStock(app, { ...params, ...body, versions });
    reply.header('etag', etagOf(product));
    return product;
  });
};
