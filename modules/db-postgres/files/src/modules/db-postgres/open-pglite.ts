import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { lockDirectory } from './lock-directory.ts';
import type { OpenDatabase } from './open-database.ts';

/**
 * PostgreSQL inside this process, for development and tests.
 * @param dir where it keeps its files, or `memory://`
 */
export async function openPglite(dir: string): Promise<OpenDatabase> {
  const release = dir.startsWith('memory://') ? undefined : await claim(dir);
  const client = await PGlite.create(dir).catch(async (error) => {
    await release?.();
    throw error;
  });
  const db = drizzle(client);
  return {
    db,
    ping: async () => void (await client.query('select 1')),
    migrate: (migrationsFolder) => migrate(db, { migrationsFolder }),
    close: async () => {
      await client.close();
      await release?.();
    },
  };
}

async function claim(dir: string) {
  await mkdir(dir, { recursive: true });
  return lockDirectory(dir);
}
