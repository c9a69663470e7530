import Type, { type Static } from 'typebox';

export const TenancyConfig = Type.Object({
  TENANTS_PER_OWNER: Type.Integer({ default: 10, minimum: 1 }),
  MEMBERS_PER_TENANT: Type.Integer({ default: 500, minimum: 1 }),
  TENANT_IDLE_TIMEOUT_MS: Type.Integer({ default: 30_000, minimum: 100 }),
});
export type TenancyConfig = Static<typeof TenancyConfig>;
