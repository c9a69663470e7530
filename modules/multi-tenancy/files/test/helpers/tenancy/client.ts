import type { FastifyInstance } from 'fastify';
import { clientOf as plainClientOf } from '../client.ts';
import { testTenant } from './test-tenant.ts';

/** Sends requests to the server as one caller, in the tenant for tests unless `own` says another. */
export const clientOf = (app: FastifyInstance, own: Record<string, string> = {}) =>
  plainClientOf(app, { 'x-tenant': testTenant, ...own });
