import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import jwt from '@fastify/jwt';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type onRequestAsyncHookHandler } from 'fastify';
import { productRoutes } from './shared/product-routes.ts';
import { type AccessToken, roleOfSession } from './shared/sessions.ts';
import { redact, settings } from './shared/settings.ts';

// (b) What the generated server promises, from Fastify's own plugins as their READMEs show them.
const app = Fastify({
  logger: { redact },
  genReqId: ({ headers }) => String(headers['x-request-id'] ?? randomUUID()),
});
await app.register(swagger, { openapi: { info: { title: 'Shop', version: '1.0.0' } } });
await app.register(helmet);
await app.register(cors, { origin: settings.corsOrigins });
await app.register(rateLimit, {
  max: settings.rateLimit.max,
  timeWindow: settings.rateLimit.windowMs,
});
await app.register(jwt, {
  secret: settings.jwtSecret,
  verify: {
    algorithms: ['HS256'],
    allowedIss: settings.jwtIssuer,
    allowedAud: settings.jwtAudience,
  },
});
app.addHook('onRequest', async (request, reply) => {
  reply.header('x-request-id', request.id);
});

const adminsOnly: onRequestAsyncHookHandler = async (request, reply) => {
  const { sid } = await request.jwtVerify<AccessToken>();
  const role = await roleOfSession(sid);
  if (!role) return reply.code(401).send({ message: 'Sign in.' });
  if (role !== 'admin') return reply.code(403).send({ message: 'Only admins may do this.' });
};

await app.register(productRoutes, { onRequest: [adminsOnly] });
await app.listen({ host: '127.0.0.1', port: settings.port });
