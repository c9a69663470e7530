import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A place for a queue, empty and of its own. */
export interface Place {
  directory: string;
  databaseUrl?: string;
  schema: string;
  remove(): Promise<void>;
}

const postgresUrl = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

export async function embeddedPlace(): Promise<Place> {
  const parent = await mkdtemp(join(tmpdir(), 'sotacode-queue-'));
  return {
    directory: join(parent, 'queue'),
    schema: 'sotacode',
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

export async function postgresPlace(): Promise<Place> {
  const schema = `sotacode_${process.pid}_${Date.now()}`;
  return {
    directory: '',
    databaseUrl: postgresUrl,
    schema,
    remove: async () => {
      await onPostgres(`drop schema if exists ${schema} cascade`);
    },
  };
}

/** False, with a reason printed, where no server answers; in CI that is an error. */
export async function hasPostgres(): Promise<boolean> {
  try {
    await onPostgres('select 1');
    return true;
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    console.warn(`Skipped: no PostgreSQL at DATABASE_URL (${(error as Error).message})`);
    return false;
  }
}

export async function onPostgres(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
