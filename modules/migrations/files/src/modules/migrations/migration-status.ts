import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from '../../contracts/database.ts';

export interface MigrationStatus {
  name: string;
  /**
   * `edited`: the file is no longer what was applied, so databases may differ. `skipped`: a later one
   * was applied before this one came, and drizzle applies only what is later.
   */
  state: 'applied' | 'pending' | 'edited' | 'skipped';
}

/** Compares the migrations of a folder with those that the database remembers. */
export async function migrationStatus(db: Database, folder: string): Promise<MigrationStatus[]> {
  const hashes = await appliedHashes(db);
  const files = readMigrationFiles({ migrationsFolder: folder });
  const { entries } = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'));
  const last = Math.max(0, ...hashes.keys());
  return files.map(({ folderMillis, hash }, index) => {
    const applied = hashes.get(folderMillis);
    const name: string = entries[index].tag;
    if (applied) return { name, state: applied === hash ? 'applied' : 'edited' };
    return { name, state: folderMillis > last ? 'pending' : 'skipped' };
  });
}

/** The moment that names a migration -> hash of what was applied. */
async function appliedHashes(db: Database): Promise<Map<number, string>> {
  const [table] = await rows<{ name: string | null }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  );
  if (!table?.name) return new Map();
  const applied = await rows<{ hash: string; created_at: string }>(
    db,
    sql`select hash, created_at from drizzle.__drizzle_migrations`,
  );
  return new Map(applied.map(({ hash, created_at }) => [Number(created_at), hash]));
}

async function rows<Row>(db: Database, query: ReturnType<typeof sql>) {
  return ((await db.execute(query)) as unknown as { rows: Row[] }).rows;
}
