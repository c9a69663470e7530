import type { onRequestAsyncHookHandler } from 'fastify';
import type { Identity } from './identity.ts';

/** `visitor`: nobody in particular, where a tenant lets everybody in. */
export type TenantRole = 'owner' | 'admin' | 'member' | 'visitor';

export interface RequestTenant {
  id: string;
  /** What the caller is in the tenant. */
  role: TenantRole;
}

/** What the database does for tenants. */
export interface DatabaseScope {
  /**
   * Runs `work` in a transaction in which these settings hold: `{ 'app.tenant_id': id }`. Every
   * statement of `app.db` that the work makes takes part, wherever it stands; `app.db.transaction`
   * becomes a savepoint. Statements that come after the end are refused.
   */
  within<T>(settings: Record<string, string>, work: () => Promise<T>): Promise<T>;
  /** From now on every statement of `app.db` runs as this role; migrations stay with the user. */
  actAs(role: string): Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The tenant that the request is about, after one of the hooks below. */
    tenant: RequestTenant;
    /** The caller as a member: `role` is `admin` for admins and owners of the tenant. 401 for visitors. */
    member: Identity;
  }
  interface FastifyInstance {
    databaseScope: DatabaseScope;
    /**
     * `onRequest` hooks, after `requireIdentity`: answer 404 to those who are not members of the
     * tenant that `X-Tenant` names, and the second 403 to members who are not its admins. The
     * handler runs in the tenant, in one transaction that is committed before the answer is sent.
     */
    requireTenant: onRequestAsyncHookHandler;
    requireTenantAdmin: onRequestAsyncHookHandler;
    /** `onRequest` hook on its own: members, and everybody where the tenant is public. */
    admitVisitors: onRequestAsyncHookHandler;
    /**
     * Runs `work` in a tenant, for jobs and commands: in one transaction, in which `app.db` reads
     * and writes the rows of this tenant only.
     */
    inTenant<T>(tenantId: string, work: () => Promise<T>): Promise<T>;
  }
}
