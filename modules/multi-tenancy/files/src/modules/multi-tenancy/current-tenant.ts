import { sql } from 'drizzle-orm';

/** Default of `tenant_id`: a row belongs to the tenant in which it is written. */
export const currentTenant = sql`current_tenant_id()`;
