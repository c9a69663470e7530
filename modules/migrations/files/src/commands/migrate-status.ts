import { buildApp } from '../app.ts';
import { exitOn } from '../modules/base/exit-on.ts';
import migrations from '../modules/migrations/index.ts';
import { printStatus } from '../modules/migrations/print-status.ts';
import { modules } from '../modules.ts';

// What starts later is not needed, nor is what it must be told.
const parts = modules.slice(0, modules.indexOf(migrations) + 1);
try {
  const app = await buildApp({ ...process.env, MIGRATE_ON_START: 'false' }, parts);
  await printStatus(app);
  await app.close();
} catch (error) {
  exitOn(error);
}
