import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/app.ts';

let shared: Promise<FastifyInstance> | undefined;

/** The worker's one server. Its tests share it, so none of them closes it. */
export function testApp(): Promise<FastifyInstance> {
  shared ??= startTestApp();
  return shared;
}

/** A server of its own, for tests that need another environment. Close it after use. */
export function startTestApp(env: Record<string, string> = {}): Promise<FastifyInstance> {
  return buildApp({ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env });
}
