import { and, desc, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { StoredFile } from '../../contracts/files.ts';
import { files } from './table.ts';

type Row = typeof files.$inferSelect;
type Changes = Partial<Pick<Row, 'name' | 'visibility'>>;

/** The rows of files. Only those that are complete and have an owner are anybody's business. */
export function fileRows(db: Database) {
  const isThere = and(eq(files.state, 'ready'), isNotNull(files.ownerId));
  const byId = db
    .select()
    .from(files)
    .where(and(eq(files.id, sql.placeholder('id')), isThere))
    .prepare('file_by_id');

  return {
    find: async (id: string) => stored((await byId.execute({ id }))[0]),
    /** Newest first: their ids grow with time. */
    async list(ownerId: string, { limit, cursor }: { limit: number; cursor?: string }) {
      const older = cursor === undefined ? undefined : lt(files.id, cursor);
      const rows = await db
        .select()
        .from(files)
        .where(and(eq(files.ownerId, ownerId), eq(files.state, 'ready'), older))
        .orderBy(desc(files.id))
        .limit(limit);
      return rows.flatMap((row) => stored(row) ?? []);
    },
    /** Null when its owner, or the sweep, was faster. */
    async finish(id: string, measured: { size: number; sha256: string }) {
      const awaited = and(eq(files.id, id), eq(files.state, 'uploading'), isNotNull(files.ownerId));
      const changes = { ...measured, state: 'ready' } as const;
      return stored((await db.update(files).set(changes).where(awaited).returning())[0]);
    },
    async update(id: string, changes: Changes) {
      const itself = and(eq(files.id, id), isThere);
      return stored((await db.update(files).set(changes).where(itself).returning())[0]);
    },
    /** From here on the file is gone for everybody. False when it was before. */
    async condemn(id: string): Promise<boolean> {
      const itself = and(eq(files.id, id), ne(files.state, 'deleted'));
      const condemned = await db.update(files).set({ state: 'deleted' }).where(itself).returning();
      return condemned.length > 0;
    },
    /** Once its object is gone. */
    async forget(id: string): Promise<void> {
      await db.delete(files).where(eq(files.id, id));
    },
    /** Deleted, without an owner, or begun before that moment and never finished. */
    async leftovers(stuckSince: Date, limit: number): Promise<string[]> {
      const ownerless = and(isNull(files.ownerId), ne(files.state, 'uploading'));
      const stuck = and(eq(files.state, 'uploading'), lt(files.createdAt, stuckSince));
      const rows = await db
        .select({ id: files.id })
        .from(files)
        .where(or(eq(files.state, 'deleted'), ownerless, stuck))
        .limit(limit);
      return rows.map(({ id }) => id);
    },
  };
}
export type FileRows = ReturnType<typeof fileRows>;

function stored(row: Row | undefined): StoredFile | null {
  if (!row?.ownerId) return null;
  const { state, ownerId, ...rest } = row;
  return { ...rest, ownerId };
}
