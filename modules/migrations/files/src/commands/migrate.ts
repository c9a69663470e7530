import { buildApp } from '../app.ts';
import { exitOn } from '../modules/base/exit-on.ts';
import { printStatus } from '../modules/migrations/print-status.ts';

try {
  const app = await buildApp({ ...process.env, MIGRATE_ON_START: 'true' });
  await printStatus(app);
  await app.close();
} catch (error) {
  exitOn(error);
}
