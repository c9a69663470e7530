import type { FastifyInstance } from 'fastify';
import { resetDatabase as emptyTables } from '../reset-database.ts';
import { tenantOf, testTenant } from './test-tenant.ts';

/** Empties every table, and makes the tenant for tests anew. */
export async function resetDatabase(app: FastifyInstance) {
  await emptyTables(app);
  await tenantOf(app, testTenant);
}
