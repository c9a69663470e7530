import type { Database } from '../../contracts/database.ts';
import { migrationStatus } from './migration-status.ts';

/** Drizzle passes over a migration that is older than one it has applied: from a branch merged late. */
export async function assertNoneSkipped(db: Database, folder: string) {
  const skipped = (await migrationStatus(db, folder)).find(({ state }) => state === 'skipped');
  if (!skipped) return;
  const sentence =
    `The migration ${skipped.name} is older than one that was applied already, and would never be ` +
    'applied: in migrations/meta/_journal.json move its entry to the end, and give it the present ' +
    "time as `when` (node -p 'Date.now()').";
  throw Object.assign(new Error(sentence), { name: 'ConfigError' });
}
