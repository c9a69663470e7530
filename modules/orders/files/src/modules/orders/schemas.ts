import Type, { type Static, type TSchema } from 'typebox';
import { states } from './states.ts';

const uuid = Type.String({
  format: 'uuid',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});
const timestamp = Type.String({ format: 'date-time' });
const amount = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'In minor units of the currency.',
});
const quantity = Type.Integer({ minimum: 1, maximum: 10_000 });
const state = Type.Enum([...states]);

function nullable<Schema extends TSchema>(schema: Schema) {
  const { type, enum: values } = schema as { type?: string; enum?: unknown[] };
  return Type.Unsafe<Static<Schema> | null>({
    ...schema,
    ...(type && { type: [type, 'null'] }),
    ...(values && { enum: [...values, null] }),
  });
}

const OrderItem = Type.Object({
  productId: nullable(uuid),
  productName: Type.String(),
  quantity: Type.Integer({ minimum: 1 }),
  unitAmount: amount,
  amount,
});

const fields = {
  id: uuid,
  number: Type.String({ description: 'For people: `7Q4KX-2MPA9`.' }),
  userId: nullable(uuid),
  state,
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  totalAmount: amount,
  items: Type.Array(OrderItem),
  shippingAddress: nullable(Type.String()),
  note: nullable(Type.String()),
  paymentId: nullable(Type.String()),
  expiresAt: nullable({ ...timestamp, description: 'When the goods are given up if not paid.' }),
  version: Type.Integer(),
  createdAt: timestamp,
  updatedAt: timestamp,
};
const OrderMove = Type.Object({
  from: nullable(state),
  to: state,
  by: Type.Enum(['customer', 'admin', 'clock', 'payment']),
  at: timestamp,
});

export const OrderSchema = Type.Object(fields, { $id: 'Order' });
export const OrderDetailsSchema = Type.Object(
  { ...fields, history: Type.Array(OrderMove) },
  { $id: 'OrderDetails' },
);
const orderRef = Type.Unsafe<Static<typeof OrderSchema>>({ $ref: 'Order#' });
export const detailsRef = Type.Unsafe<Static<typeof OrderDetailsSchema>>({ $ref: 'OrderDetails#' });

export const OrderPage = Type.Object({
  items: Type.Array(orderRef),
  nextCursor: nullable(Type.String({ description: 'Null on the last page.' })),
});

/** PostgreSQL stores every character but NUL. */
const text = (maxLength: number) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*$' }));

export const pageQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    cursor: Type.Optional(
      Type.String({ ...uuid, maxLength: 36, description: '`nextCursor` of the page before.' }),
    ),
    state: Type.Optional(state),
    number: text(20),
  },
  { additionalProperties: false },
);
export const orderParams = Type.Object({ id: uuid });

export const delivery = { shippingAddress: text(500), note: text(1000) };
const line = Type.Object({ productId: uuid, quantity }, { additionalProperties: false });
export const NewOrderSchema = Type.Object(
  { lines: Type.Array(line, { minItems: 1, maxItems: 100 }), ...delivery },
  { additionalProperties: false },
);

export const placeHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{1,255}$',
      maxLength: 255,
      description: 'Repeat the request with the same key: the order is placed once.',
    }),
  ),
});
export const moveHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1000,
      description: 'ETag of your copy: answers 412 when it is out of date.',
    }),
  ),
});
