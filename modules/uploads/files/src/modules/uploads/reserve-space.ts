import { and, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { files } from './table.ts';
import type { UploadConfig } from './upload-config.ts';

type Described = Pick<typeof files.$inferInsert, 'name' | 'type' | 'visibility'>;

export interface Wanted extends Described {
  ownerId: string;
  /** In bytes, if it is known. */
  size: number | undefined;
}

/** Uploads of one owner wait for each other here: none sees space that another has just taken. */
const ownersLock = 7_303;

/**
 * Writes the row of a file that is about to come, with as much of the quota as it may need.
 * Null when nothing is left.
 */
export function reserveSpace(
  db: Database,
  { maxBytes, quotaBytes }: UploadConfig,
  { size = maxBytes, ...file }: Wanted,
): Promise<{ id: string; space: number } | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ownersLock}, hashtext(${file.ownerId}))`);
    const [used] = await tx
      .select({ bytes: sql`coalesce(sum(${files.size}), 0)`.mapWith(Number) })
      .from(files)
      .where(and(eq(files.ownerId, file.ownerId), ne(files.state, 'deleted')));
    const space = Math.min(size, maxBytes, quotaBytes - Number(used?.bytes));
    if (space <= 0) return null;
    const values = { ...file, size: space, state: 'uploading' } as const;
    const [row] = await tx.insert(files).values(values).returning({ id: files.id });
    return row ? { id: row.id, space } : null;
  });
}
