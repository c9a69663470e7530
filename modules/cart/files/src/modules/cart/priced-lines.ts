import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { products } from './product-table.ts';
import { cartItems } from './table.ts';

/** The lines of `userId` with what the catalogue says of them now. */
export const pricedLines = (db: Database) =>
  db
    .select({
      productId: cartItems.productId,
      quantity: cartItems.quantity,
      name: products.name,
      unitAmount: products.priceAmount,
      currency: products.priceCurrency,
      inStock: products.stock,
    })
    .from(cartItems)
    .innerJoin(products, eq(products.id, cartItems.productId))
    .where(eq(cartItems.userId, sql.placeholder('userId')))
    .orderBy(asc(cartItems.addedAt), asc(cartItems.productId));
