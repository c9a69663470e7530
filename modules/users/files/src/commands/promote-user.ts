import { buildApp } from '../app.ts';
import { exitOn } from '../modules/base/exit-on.ts';
import { promoteUser } from '../modules/users/promote-user.ts';

// npm run user:promote -- jane@example.com
try {
  const app = await buildApp({ ...process.env, LOG_LEVEL: 'error', MIGRATE_ON_START: 'false' });
  const { done, message } = await promoteUser(app.users, process.argv[2]);
  await app.close();
  console.log(message);
  process.exitCode = done ? 0 : 1;
} catch (error) {
  exitOn(error);
}
