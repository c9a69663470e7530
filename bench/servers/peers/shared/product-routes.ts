import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { createProduct, listProducts, type NewProduct, pool } from './database.ts';
import { createSchema, listSchema } from './product-schemas.ts';

/** The routes of both Fastify peers. */
export async function productRoutes(
  app: FastifyInstance,
  { onRequest = [] }: { onRequest?: onRequestAsyncHookHandler[] },
) {
  app.get('/health/ready', async () => {
    await pool.query('select 1');
    return { status: 'ready' };
  });

  app.get<{ Querystring: { limit: number } }>('/products', { schema: listSchema }, ({ query }) =>
    listProducts(query.limit),
  );

  app.post<{ Body: NewProduct }>(
    '/products',
    { onRequest, schema: createSchema },
    async ({ body }, reply) => {
      const product = await createProduct(body);
      reply.code(201).header('location', `/products/${product.id}`);
      reply.header('etag', `"${product.version}"`);
      return product;
    },
  );
}
