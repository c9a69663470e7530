import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { within } from './within.ts';

const answerMs = 1_000;

/** Tells of Redis, and nothing more: without it the server is slower or alone, but serves. */
const readinessCheck: Module = async (app) => {
  const { redis } = app;
  if (!redis) return;
  const ping = async () => void (await within(redis.client.ping(), answerMs));
  app.addReadinessCheck('redis', ping, { required: false });
};

export default fp(readinessCheck, {
  name: 'redis-readiness-check',
  decorators: { fastify: ['addReadinessCheck', 'redis'] },
});
