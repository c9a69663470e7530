import type { FastifyInstance } from 'fastify';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Work in a tenant: the database ends it when it leaves its connection idle for too long. */
export const inTenant =
  ({ databaseScope }: FastifyInstance, idleMs: number): FastifyInstance['inTenant'] =>
  async (tenantId, work) => {
    if (!uuid.test(tenantId)) throw new Error('A tenant is named by its id.');
    const settings = {
      'app.tenant_id': tenantId.toLowerCase(),
      idle_in_transaction_session_timeout: String(idleMs),
    };
    return databaseScope.within(settings, work);
  };
