import { newMigration } from '../modules/migrations/new-migration.ts';

const title = process.argv.slice(2).join(' ');
try {
  console.log(await newMigration(process.env.MIGRATIONS_DIR ?? 'migrations', title, Date.now()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
