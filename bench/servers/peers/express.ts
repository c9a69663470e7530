import { randomUUID } from 'node:crypto';
import cors from 'cors';
import express, { type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import jwt from 'jsonwebtoken';
import { pinoHttp } from 'pino-http';
import { z } from 'zod';
import { createProduct, listProducts, pool } from './shared/database.ts';
import { type AccessToken, roleOfSession } from './shared/sessions.ts';
import { redact, settings } from './shared/settings.ts';

// (c) Express with the middleware that its guides name.
const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0]*$/);
const money = z.int().min(0);
const stock = z.int().min(0).max(2_147_483_647);
const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  sort: z.enum(['createdAt', '-createdAt']).default('-createdAt'),
  cursor: z.string().max(2000).optional(),
  priceAmountFrom: z.coerce.number().pipe(money).optional(),
  priceAmountTo: z.coerce.number().pipe(money).optional(),
  stockFrom: z.coerce.number().pipe(stock).optional(),
  stockTo: z.coerce.number().pipe(stock).optional(),
  categoryId: z.uuid().optional(),
  brandId: z.uuid().optional(),
});
const NewProduct = z.strictObject({
  name: text(200).min(1),
  description: text(10_000).nullish(),
  priceAmount: money,
  priceCurrency: z.string().regex(/^[A-Z]{3}$/),
  stock: stock.default(0),
  categoryId: z.uuid().nullish(),
  brandId: z.uuid().nullish(),
});

const adminsOnly: RequestHandler = async (request, response, next) => {
  try {
    const [, token = ''] = request.headers.authorization?.split(' ') ?? [];
    const claims = jwt.verify(token, settings.jwtSecret, {
      algorithms: ['HS256'],
      issuer: settings.jwtIssuer,
      audience: settings.jwtAudience,
    });
    const role = await roleOfSession((claims as unknown as AccessToken).sid);
    if (!role) response.status(401).json({ message: 'Sign in.' });
    else if (role !== 'admin') response.status(403).json({ message: 'Only admins may do this.' });
    else next();
  } catch {
    response.status(401).json({ message: 'Sign in.' });
  }
};

const app = express();
app.use(
  pinoHttp({
    redact,
    genReqId: (request, response) => {
      const id = String(request.headers['x-request-id'] ?? randomUUID());
      response.setHeader('x-request-id', id);
      return id;
    },
  }),
);
app.use(helmet());
app.use(cors({ origin: settings.corsOrigins }));
app.use(rateLimit({ limit: settings.rateLimit.max, windowMs: settings.rateLimit.windowMs }));

app.get('/health/ready', async (_request, response) => {
  await pool.query('select 1');
  response.json({ status: 'ready' });
});

app.get('/products', async (request, response) => {
  const query = ListQuery.safeParse(request.query);
  if (!query.success) return void response.status(400).json(query.error.issues);
  response.json(await listProducts(query.data.limit));
});

app.post('/products', adminsOnly, express.json({ limit: '1mb' }), async (request, response) => {
  const body = NewProduct.safeParse(request.body);
  if (!body.success) return void response.status(400).json(body.error.issues);
  const product = await createProduct(body.data);
  response.status(201).location(`/products/${product.id}`).set('etag', `"${product.version}"`);
  response.json(product);
});

app.listen(settings.port, '127.0.0.1');
