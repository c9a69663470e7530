import rateLimitPlugin from '@fastify/rate-limit';
import type { FastifyInstance, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import Type, { type Static } from 'typebox';
import type { Module } from '../../contracts/module.ts';

const Config = Type.Object({
  RATE_LIMIT_ENABLED: Type.Boolean({ default: true }),
  RATE_LIMIT_MAX: Type.Integer({ default: 300, minimum: 1 }),
  RATE_LIMIT_WINDOW_SECONDS: Type.Integer({ default: 60, minimum: 1, maximum: 86_400 }),
});

type Limiter = ReturnType<FastifyInstance['rateLimit']>;

const rateLimit: Module = async (app) => {
  const config = app.config(Config);
  app.addHook('onRoute', (route) => documentLimit(app, route));
  if (config.RATE_LIMIT_ENABLED) await limitRequests(app, config);
};

/**
 * One hook for everything, also for addresses that do not exist, ahead of the routes' own hooks:
 * a request over the limit costs no look-up of who sent it.
 */
async function limitRequests(app: FastifyInstance, config: Static<typeof Config>) {
  await app.register(rateLimitPlugin, {
    global: false,
    max: config.RATE_LIMIT_MAX,
    timeWindow: config.RATE_LIMIT_WINDOW_SECONDS * 1000,
    enableDraftSpec: true,
    // Clients to remember: too few, and one with many addresses could push out its own count.
    cache: 50_000,
    errorResponseBuilder: (_request, { after }) =>
      app.problem(429, 'too-many-requests', `Too many requests. Try again in ${after}.`),
  });
  const usual = app.rateLimit();
  const own = new Map<string, Limiter>();

  app.addHook('onRoute', ({ config: { limit } = {}, method, url }) => {
    if (!limit) return;
    const limiter = app.rateLimit({ max: limit.max, timeWindow: limit.seconds * 1000 });
    for (const each of [method].flat()) own.set(`${each} ${url}`, limiter);
  });

  app.addHook('onRequest', function limit(request, reply) {
    const { method, url, config } = request.routeOptions;
    if (config.limit === false) return Promise.resolve();
    return (own.get(`${method} ${url}`) ?? usual).call(this, request, reply);
  });
}

function documentLimit(app: FastifyInstance, route: RouteOptions) {
  const { schema, config: { limit } = {} } = route;
  if (!schema || limit === false) return;
  const response: Record<number, object> = { ...app.problems(429), ...(schema.response as object) };
  if (limit) response[429] = { ...response[429], description: describe(limit) };
  route.schema = { ...schema, response };
}

const describe = ({ max, seconds }: { max: number; seconds: number }) =>
  `Too Many Requests: a client may send ${max} in ${seconds} seconds`;

export default fp(rateLimit, {
  name: 'rate-limit',
  decorators: { fastify: ['config', 'problem', 'problems'] },
});
