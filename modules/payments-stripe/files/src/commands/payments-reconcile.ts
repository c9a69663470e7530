import { buildApp } from '../app.ts';
import { exitOn } from '../modules/base/exit-on.ts';
import { reconcileAll } from '../modules/payments-stripe/reconcile.ts';

// npm run payments:reconcile
try {
  const app = await buildApp({ ...process.env, LOG_LEVEL: 'error', MIGRATE_ON_START: 'false' });
  console.log(`Asked Stripe about ${await reconcileAll(app.stripeTill)} open payments.`);
  await app.close();
} catch (error) {
  exitOn(error);
}
