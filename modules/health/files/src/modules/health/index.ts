import { setTimeout as sleep } from 'node:timers/promises';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { Liveness, Readiness } from './health-schemas.ts';
import { sharedCheck } from './shared-check.ts';

const Config = Type.Object({
  HEALTH_TIMEOUT_MS: Type.Integer({ default: 2_000, minimum: 1, maximum: 60_000 }),
  HEALTH_DRAIN_MS: Type.Integer({ default: 0, minimum: 0, maximum: 120_000 }),
  SHUTDOWN_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 0 }),
});

const health: Module = async (app) => {
  const { HEALTH_TIMEOUT_MS, HEALTH_DRAIN_MS, SHUTDOWN_TIMEOUT_MS } = app.config(Config);
  if (HEALTH_DRAIN_MS > 0 && HEALTH_DRAIN_MS >= SHUTDOWN_TIMEOUT_MS) throw drainsTooLong();
  const checks = new Map<string, () => Promise<boolean>>();
  const dispensable = new Set<string>();
  let closing = false;

  app.decorate('addReadinessCheck', (name, check, { required = true } = {}) => {
    if (!required) dispensable.add(name);
    const onFailure = (err: unknown) =>
      required
        ? app.log.warn({ err, check: name }, 'not ready')
        : app.log.debug({ err, check: name }, 'ready without it');
    checks.set(name, sharedCheck(check, { timeoutMs: HEALTH_TIMEOUT_MS, onFailure }));
  });

  // The server still answers meanwhile, so that load balancers notice before it stops listening.
  app.addHook('preClose', async () => {
    closing = true;
    if (HEALTH_DRAIN_MS) await sleep(HEALTH_DRAIN_MS);
  });

  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  // Probes come every few seconds: not worth a log line each, and never refused.
  const common = { logLevel: 'silent', config: { limit: false } } as const;

  routes.get('/health/live', { ...common, schema: Liveness }, async () => ({
    status: 'ok' as const,
  }));

  routes.get('/health/ready', { ...common, schema: Readiness }, async (_request, reply) => {
    const results = await Promise.all(
      [...checks].map(async ([name, isOk]) => [name, (await isOk()) ? 'ok' : 'failed'] as const),
    );
    const ready =
      !closing && results.every(([name, result]) => result === 'ok' || dispensable.has(name));
    reply.header('cache-control', 'no-store').code(ready ? 200 : 503);
    return {
      status: ready ? ('ready' as const) : ('unavailable' as const),
      checks: Object.fromEntries(results),
    };
  });
};

const drainsTooLong = () =>
  Object.assign(
    new Error('The environment variable HEALTH_DRAIN_MS must be less than SHUTDOWN_TIMEOUT_MS.'),
    { name: 'ConfigError' },
  );

export default fp(health, { name: 'health', decorators: { fastify: ['config'] } });
