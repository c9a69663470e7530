import type { FastifyInstance } from 'fastify';
import { insertWithParents } from '../../helpers/insert-with-parents.ts';

/** Stores a product that costs 4.50 EUR, ten in stock. */
export const newProduct = (app: FastifyInstance, given: Record<string, unknown> = {}) =>
  insertWithParents(app, 'product', 'products', {
    ...{ name: 'Tea', priceAmount: 450, priceCurrency: 'EUR', stock: 10 },
    ...given,
  });
