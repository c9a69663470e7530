import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { createTenant } from './create-tenant.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { memberManager } from './manage-members.ts';
import { manageRoutes } from './manage-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { memberStore } from './member-store.ts';
import { requireMembership } from './require-membership.ts';
import { MemberSchema, TenantSchema } from './schemas.ts';
import { TenancyConfig } from './tenancy-config.ts';
import { tenantRoutes } from './tenant-routes.ts';
import { tenantStore } from './tenant-store.ts';

const routes: Module = async (app) => {
  const config = app.config(TenancyConfig);
  const [tenants, members] = [tenantStore(app), memberStore(app, config)];
  const membership = requireMembership(app, tenants);
  app.addSchema(TenantSchema);
  app.addSchema(MemberSchema);
  await app.register(tenantRoutes, { create: createTenant(app, config), tenants, membership });
  await app.register(memberRoutes, { members, membership });
  await app.register(manageRoutes, { manager: memberManager(app), membership });
  await app.register(invitationRoutes, { tenants, members });
};

export default fp(routes, {
  name: 'multi-tenancy-routes',
  decorators: { fastify: ['inTenant', 'users', 'requireIdentity', 'problems'] },
});
