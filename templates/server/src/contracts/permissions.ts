import type { onRequestAsyncHookHandler } from 'fastify';
import type { permissions } from '../modules/rbac/policy.ts';

/** `posts:write` is to change everybody's posts. What there is to permit stands in src/modules/rbac/policy.ts. */
export type Permission = (typeof permissions)[number];

export interface RolePolicy {
  description: string;
  permissions: readonly Permission[];
}

/** Role -> what its holders may do. */
export type Policy = Readonly<Record<string, RolePolicy>>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the caller may: admins always. Throws a 401 problem when nobody is signed in. */
    can(permission: Permission): Promise<boolean>;
  }
  interface FastifyInstance {
    /** An `onRequest` hook: answers 401 to nobody and 403 to those without the permission. */
    requirePermission(permission: Permission): onRequestAsyncHookHandler;
    /** The policy in force. */
    policy: Policy;
  }
}
