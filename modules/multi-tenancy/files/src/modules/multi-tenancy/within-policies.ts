import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';

interface User {
  name: string;
  isAbove: boolean;
  isSuperuser: boolean;
  role: string;
  isReady: boolean;
}

/**
 * Superusers, and users with BYPASSRLS, are above row-level security. For superusers statements run
 * as a role that may do what they may do with tables, and is not; others could not make such a role.
 */
export async function stayWithinPolicies(app: FastifyInstance) {
  const { isAbove, isSuperuser, role } = await readUser(app);
  if (!isAbove) return;
  if (!isSuperuser) throw Object.assign(new Error(sentence), { name: 'ConfigError' });
  await makeRole(app);
  await app.databaseScope.actAs(role);
}

/** Roles belong to the whole cluster: servers of other databases may make the same one just now. */
async function makeRole(app: FastifyInstance, attempts = 5): Promise<void> {
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
    if (attempts === 1) throw cause;
    return makeRole(app, attempts - 1);
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const inQuotes = (text: string) => `'${text.replaceAll("'", "''")}'`;

const sentence =
  'The user of DATABASE_URL has BYPASSRLS and is above row-level security: alter it to NOBYPASSRLS, ' +
  'or give the server another user.';

async function readUser(app: FastifyInstance): Promise<User> {
  const { rows } = (await app.db.execute(sql`
    select own.rolsuper or own.rolbypassrls as "isAbove", own.rolsuper as "isSuperuser",
      own.rolname as name, role,
      exists (select 1 from pg_auth_members
        where roleid = own.oid and member = (select oid from pg_roles where rolname = role)) as "isReady"
    from pg_roles own, lateral (select left(own.rolname, 47) || '_within_policies' as role) other
    where own.rolname = session_user`)) as unknown as { rows: [User] };
  return rows[0];
}
