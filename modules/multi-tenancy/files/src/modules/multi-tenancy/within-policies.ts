import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';

interface User {
  name: string;
  isAbove: boolean;
  role: string;
  isReady: boolean;
}

/**
 * Superusers, and users with BYPASSRLS, are above row-level security. For them statements run as a
 * role that may do what they may do with tables, and is not.
 */
export async function stayWithinPolicies(app: FastifyInstance) {
  const { isAbove, role } = await readUser(app);
  if (!isAbove) return;
  await makeRole(app);
  await app.databaseScope.actAs(role);
}

/** Roles belong to the whole cluster: servers of other databases may make the same one just now. */
async function makeRole(app: FastifyInstance, attempts = 5) {
  const { name, role, isReady } = await readUser(app);
  if (isReady) return;
  try {
    await app.db.transaction(async (tx) => {
      await tx.execute(
        sql`do ${sql.raw(
          inQuotes(`begin create role ${quoted(role)} nologin;
        exception when duplicate_object or unique_violation then null; end`),
        )}`,
      );
      await tx.execute(sql`grant ${sql.identifier(name)} to ${sql.identifier(role)}`);
    });
  } catch (cause) {
    if (attempts > 1) return makeRole(app, attempts - 1);
    throw Object.assign(new Error(sentence, { cause }), { name: 'ConfigError' });
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const inQuotes = (text: string) => `'${text.replaceAll("'", "''")}'`;

const sentence =
  'The user of DATABASE_URL is above row-level security and may not create a role that is not: ' +
  'take BYPASSRLS from it, or let it CREATEROLE.';

async function readUser(app: FastifyInstance): Promise<User> {
  const { rows } = (await app.db.execute(sql`
    select own.rolsuper or own.rolbypassrls as "isAbove", own.rolname as name, role,
      exists (select 1 from pg_auth_members
        where roleid = own.oid and member = (select oid from pg_roles where rolname = role)) as "isReady"
    from pg_roles own, lateral (select left(own.rolname, 47) || '_within_policies' as role) other
    where own.rolname = session_user`)) as unknown as { rows: [User] };
  return rows[0];
}
