import Type, { type Static } from 'typebox';
import { maxQuantity } from './limits.ts';

const uuid = Type.String({
  format: 'uuid',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});
const currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217.' });
const amount = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'In minor units of the currency.',
});
const sum = Type.Unsafe<number | null>({
  ...amount,
  type: ['integer', 'null'],
  description: 'In minor units of the currency; null if it is more than can be counted.',
});
const quantity = Type.Integer({ minimum: 1, maximum: maxQuantity });

const CartItem = Type.Object({
  productId: uuid,
  name: Type.String(),
  quantity,
  unitAmount: amount,
  amount: sum,
  currency,
  inStock: Type.Integer({ minimum: 0 }),
  available: Type.Boolean({ description: 'Whether so many can be ordered now.' }),
});

export const CartSchema = Type.Object(
  {
    items: Type.Array(CartItem),
    totals: Type.Array(Type.Object({ currency, amount: sum }), {
      description: 'At current prices, one for each currency.',
    }),
  },
  { $id: 'Cart' },
);
export type CartBody = Static<typeof CartSchema>;
export const cartRef = Type.Unsafe<CartBody>({ $ref: 'Cart#' });

export const itemParams = Type.Object({ productId: uuid });
export const ItemChange = Type.Object({ quantity }, { additionalProperties: false });
