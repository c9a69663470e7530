const uuid = {
  type: 'string',
  format: 'uuid',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
};
const orNull = (schema: object) => ({ ...schema, type: ['string', 'null'] });
const text = (minLength: number, maxLength: number) => ({
  type: 'string',
  minLength,
  maxLength,
  pattern: '^[^\\u0000]*$',
});
const fields = {
  name: text(1, 200),
  description: orNull(text(0, 10_000)),
  priceAmount: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  priceCurrency: { type: 'string', pattern: '^[A-Z]{3}$', maxLength: 3 },
  stock: { type: 'integer', minimum: 0, maximum: 2_147_483_647 },
  categoryId: orNull(uuid),
  brandId: orNull(uuid),
};
const moment = { type: 'string', format: 'date-time' };
const product = {
  type: 'object',
  required: ['id', 'version', ...Object.keys(fields), 'createdAt', 'updatedAt'],
  properties: {
    id: uuid,
    version: { type: 'integer' },
    ...fields,
    createdAt: moment,
    updatedAt: moment,
  },
};

export const listSchema = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      sort: { enum: ['createdAt', '-createdAt'], default: '-createdAt' },
      cursor: { type: 'string', maxLength: 2000 },
      priceAmountFrom: fields.priceAmount,
      priceAmountTo: fields.priceAmount,
      stockFrom: fields.stock,
      stockTo: fields.stock,
      categoryId: uuid,
      brandId: uuid,
    },
  },
  response: {
    200: {
      type: 'object',
      required: ['items', 'nextCursor'],
      properties: {
        items: { type: 'array', items: product },
        nextCursor: { type: ['string', 'null'] },
      },
    },
  },
};

export const createSchema = {
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'priceAmount', 'priceCurrency'],
    properties: { ...fields, stock: { ...fields.stock, default: 0 } },
  },
  response: { 201: product },
};
