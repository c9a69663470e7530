import closeWithGrace from 'close-with-grace';
import { buildApp } from '../app.ts';
import { exitOn } from '../modules/base/exit-on.ts';
import { readServerConfig } from '../modules/base/server-config.ts';

// Runs jobs without listening: npm run worker
try {
  const { SHUTDOWN_TIMEOUT_MS } = readServerConfig(process.env);
  const app = await buildApp(process.env);

  closeWithGrace({ delay: SHUTDOWN_TIMEOUT_MS, logger: app.log }, async ({ signal, err }) => {
    if (err) app.log.fatal({ err }, 'stopping after an unexpected error');
    else app.log.info({ signal }, 'stopping');
    await app.close();
  });

  await app.jobs.work();
  app.log.info('working');
} catch (error) {
  exitOn(error);
}
