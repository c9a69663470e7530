import { mkdir } from 'node:fs/promises';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { OpenDatabase } from './open-database.ts';

/**
 * PostgreSQL inside this process, for development and tests.
 * @param dir where it keeps its files, or `memory://`
 */
export async function openPglite(dir: string): Promise<OpenDatabase> {
  // Not installed in production, where DATABASE_URL is required.
  const { PGlite } = await import('@electric-sql/pglite');
  if (!dir.startsWith('memory://')) await mkdir(dir, { recursive: true });
  const client = await PGlite.create(dir);
  const db = drizzle(client);
  return {
    db,
    ping: async () => void (await client.query('select 1')),
    migrate: (migrationsFolder) => migrate(db, { migrationsFolder }),
    close: () => client.close(),
  };
}
