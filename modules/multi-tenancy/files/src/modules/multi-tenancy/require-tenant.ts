import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { RequestTenant } from '../../contracts/tenancy.ts';
import { tenantFinder } from './find-tenant.ts';
import { isAdmin } from './roles.ts';

declare module 'fastify' {
  interface FastifyRequest {
    foundTenant: RequestTenant | null;
  }
}

/** Adds `request.tenant`, `request.member`, and the hooks that see to it that there is one. */
export function requireTenant(app: FastifyInstance) {
  const find = tenantFinder(app.db);

  async function membership(request: FastifyRequest): Promise<RequestTenant> {
    const { userId } = request.identity;
    const name = nameOf(request);
    const [first, second] = name === undefined ? await find.own(userId) : [];
    if (name === undefined && (!first || second))
      throw app.problem(400, 'tenant-required', 'Name one of your tenants in the header X-Tenant.');
    const found = name === undefined ? first : await find.named(userId, name);
    if (!found) throw app.problem(404, 'unknown-tenant', 'You are in no tenant of this name.');
    return found;
  }

  app.decorate('requireTenant', async (request) => {
    request.foundTenant = await membership(request);
  });

  app.decorate('requireTenantAdmin', async (request) => {
    request.foundTenant = await membership(request);
    if (!isAdmin(request.tenant.role))
      throw app.problem(403, 'forbidden', 'Only admins of the tenant may do this.');
  });

  const admitVisitors: onRequestAsyncHookHandler = async function (request, reply) {
    const name = nameOf(request);
    const open = name === undefined ? undefined : await find.public(name);
    const visitor = open && ({ ...open, role: 'visitor' } as const);
    const { authorization, cookie } = request.headers;
    if (visitor && !authorization && !cookie) request.foundTenant = visitor;
    else {
      await app.requireIdentity.call(this, request, reply);
      request.foundTenant = await membership(request).catch((error) => visitor ?? raise(error));
    }
  };
  app.decorate('admitVisitors', admitVisitors);

  app.decorateRequest('foundTenant', null);
  app.decorateRequest('tenant', {
    getter(this: FastifyRequest) {
      if (!this.foundTenant) throw new Error('The route does not ask for a tenant.');
      return this.foundTenant;
    },
  });
  app.decorateRequest('member', {
    getter(this: FastifyRequest) {
      const role = isAdmin(this.tenant.role) ? 'admin' : 'member';
      return { userId: this.identity.userId, role } as const;
    },
  });
}

/** A header that was sent twice arrives as one with a comma, which no tenant is named. */
const nameOf = ({ headers }: FastifyRequest) => headers['x-tenant']?.toString().toLowerCase();

function raise(error: unknown): never {
  throw error;
}
