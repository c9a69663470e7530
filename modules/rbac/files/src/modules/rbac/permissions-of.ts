import type { Permission, Policy } from '../../contracts/permissions.ts';

/** What these roles permit together. Roles that the policy no longer has permit nothing. */
export const permissionsOf = (policy: Policy, roles: readonly string[]): Set<Permission> =>
  new Set(
    roles
      .filter((role) => Object.hasOwn(policy, role))
      .flatMap((role) => policy[role]?.permissions ?? []),
  );
