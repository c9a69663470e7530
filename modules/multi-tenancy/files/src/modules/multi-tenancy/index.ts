import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { documentTenancy } from './document-tenancy.ts';
import { inTenant } from './in-tenant.ts';
import { assertOwnersLeft } from './owners-left.ts';
import { requireTenant } from './require-tenant.ts';
import { TenancyConfig } from './tenancy-config.ts';
import { tenantTransactions } from './tenant-transactions.ts';
import { stayWithinPolicies } from './within-policies.ts';

const multiTenancy: Module = async (app) => {
  const config = app.config(TenancyConfig);
  await stayWithinPolicies(app);
  app.decorate('inTenant', inTenant(app, config.TENANT_IDLE_TIMEOUT_MS));
  requireTenant(app);
  tenantTransactions(app);
  documentTenancy(app);
  app.users.beforeDelete((userId, db) => assertOwnersLeft(app, db, userId));
};

export default fp(multiTenancy, {
  name: 'multi-tenancy',
  decorators: { fastify: ['config', 'db', 'databaseScope', 'problem', 'users', 'requireIdentity'] },
});
