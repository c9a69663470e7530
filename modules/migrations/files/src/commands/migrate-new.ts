import { fromRoot } from '../modules/base/from-root.ts';
import { newMigration } from '../modules/migrations/new-migration.ts';

const title = process.argv.slice(2).join(' ');
const folder = fromRoot(process.env.MIGRATIONS_DIR || 'migrations');
try {
  console.log(await newMigration(folder, title, Date.now()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
