import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { lockDirectory } from './lock-directory.ts';
import type { OpenDatabase } from './open-database.ts';
import { scopedConnection } from './scoped-connection.ts';
import { type Inside, transactionsInside } from './transactions-inside.ts';

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
  const { run, query, transaction, within } = scopedConnection<Inside>(
    client,
    transactionsInside(client),
  );
  return {
    db: Object.assign(drizzle({ query } as PGlite), { transaction }),
    query: (text, values) =>
      run((on) => (values?.length ? on.query(text, values) : runAll(on, text, on === client))),
    scope: {
      within,
      actAs: async (role) => void (await client.exec(`set role "${role.replaceAll('"', '""')}"`)),
    },
    ping: async () => void (await client.query('select 1')),
    migrate: (migrationsFolder) => migrate(drizzle(client), { migrationsFolder }),
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

/** A pool replaces a connection whose transaction failed half-way; here there is only the one. */
async function runAll(on: Inside, text: string, isShared: boolean) {
  try {
    const results = await on.exec(text);
    return { rows: results.flatMap(({ rows }) => rows) };
  } catch (error) {
    if (isShared) await on.exec('rollback');
    throw error;
  }
}
