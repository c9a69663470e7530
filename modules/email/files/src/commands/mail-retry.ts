import { buildApp } from '../app.ts';
import { exitOn } from '../modules/base/exit-on.ts';
import { retryFailed } from '../modules/email/retry-failed.ts';

// npm run mail:retry, or npm run mail:retry -- <id>
try {
  const app = await buildApp({ ...process.env, LOG_LEVEL: 'error', MIGRATE_ON_START: 'false' });
  console.log(await retryFailed(app.db, process.argv[2]));
  await app.close();
} catch (error) {
  exitOn(error);
}
