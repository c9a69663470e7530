import { buildApp } from '../app.ts';
import { exitOn } from '../modules/base/exit-on.ts';
import { grantRole } from '../modules/rbac/grant-role.ts';

// npm run user:grant -- jane@example.com editor
try {
  const app = await buildApp({ ...process.env, LOG_LEVEL: 'error', MIGRATE_ON_START: 'false' });
  const { done, message } = await grantRole(app, process.argv[2], process.argv[3]);
  await app.close();
  console.log(message);
  process.exitCode = done ? 0 : 1;
} catch (error) {
  exitOn(error);
}
