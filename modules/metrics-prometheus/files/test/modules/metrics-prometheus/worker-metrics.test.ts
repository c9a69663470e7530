import { expect, test } from 'vitest';
import { startTestApp } from '../../helpers/test-app.ts';
import { metricsUrl } from './metrics-app.ts';

test('a process that only runs jobs is measured, one that does neither is not', async () => {
  const app = await startTestApp({ PGLITE_DIR: 'memory://' });
  expect(app.metricsServer.address()).toBe(null);
  await app.jobs.work();
  expect((await fetch(metricsUrl(app))).status).toBe(200);
  await app.close();
});
