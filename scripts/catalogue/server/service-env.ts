import { createHash } from 'node:crypto';
import type { Module } from '../../../src/core/manifest/module.ts';
import { findPostgres, freshDatabase } from '../../../test/helpers/postgres.ts';
import { repository } from '../repository.ts';
import { once } from './once.ts';

const postgres = once(findPostgres);

/** Whether the module itself talks to PostgreSQL, where several transactions meet. */
export const usesPostgres = ({ manifest }: Module) =>
  manifest.requires.some(({ capability }) => capability === 'database') ||
  manifest.services.some(({ provides }) => 'DATABASE_URL' in provides);

/** Environment in which tests find a PostgreSQL of their own, or null where none answers. */
export async function postgresEnv(name: string): Promise<Record<string, string> | null> {
  const url = await postgres();
  if (url === null) return null;
  // Other checkouts may judge on the same server; the next run of this one takes its own again.
  const checkout = createHash('sha256').update(repository).digest('hex').slice(0, 8);
  const database = `judge_${checkout}_${name.replaceAll(/[^a-z0-9]+/g, '_')}`;
  return { DATABASE_URL: await freshDatabase(url, database) };
}
