import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { roleGrants } from './table.ts';

const ofUser = (userId: string) => eq(roleGrants.userId, userId);

/** Who has which role, in the database. */
export function grantStore(db: Database) {
  const byUser = db
    .select()
    .from(roleGrants)
    .where(eq(roleGrants.userId, sql.placeholder('userId')))
    .orderBy(asc(roleGrants.role))
    .prepare('role_grants_by_user');

  return {
    list: (userId: string) => byUser.execute({ userId }),
    /** The roles among these that the user did not have. */
    grant: (userId: string, roles: readonly string[], grantedBy: string | null) =>
      insertMissing(db, userId, roles, grantedBy),
    /** False when the user does not have the role. */
    async revoke(userId: string, role: string): Promise<boolean> {
      const own = and(ofUser(userId), eq(roleGrants.role, role));
      return (await db.delete(roleGrants).where(own).returning()).length > 0;
    },
    /** Leaves the user with these roles and no others. */
    replace: (userId: string, roles: readonly string[], grantedBy: string | null) =>
      db.transaction(async (tx) => {
        // Of two who replace at once, the second must not leave what the first granted.
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 0))`);
        // Whoever deletes the account locks it before anything that belongs to it, too.
        await tx.execute(sql`select 1 from users where id = ${userId} for key share`);
        const others = and(ofUser(userId), notInArray(roleGrants.role, [...roles]));
        const gone = await tx.delete(roleGrants).where(others).returning();
        const granted = await insertMissing(tx, userId, roles, grantedBy);
        return { granted, revoked: gone.map(({ role }) => role) };
      }),
  };
}
export type GrantStore = ReturnType<typeof grantStore>;

async function insertMissing(
  db: Database,
  userId: string,
  roles: readonly string[],
  grantedBy: string | null,
): Promise<string[]> {
  if (roles.length === 0) return [];
  const rows = roles.map((role) => ({ userId, role, grantedBy }));
  const added = await db.insert(roleGrants).values(rows).onConflictDoNothing().returning();
  return added.map(({ role }) => role);
}
