import type { MyTenant } from './tenant-store.ts';

/** A tenant as its members may see it. */
export function tenantBody(tenant: MyTenant) {
  const { acceptedAt, createdAt, updatedAt, ...rest } = tenant;
  return {
    ...rest,
    accepted: acceptedAt !== null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
