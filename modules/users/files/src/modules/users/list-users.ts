import { asc, gt } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { userBody } from './schemas.ts';
import { users } from './table.ts';

/** A page of users, oldest first: their ids grow with time. */
export async function listUsers(
  db: Database,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const rows = await db
    .select()
    .from(users)
    .where(cursor === undefined ? undefined : gt(users.id, cursor))
    .orderBy(asc(users.id))
    // One more than asked for, which tells whether there is a next page.
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map(userBody), nextCursor: last?.id ?? null };
}
