import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const checks = async () => (await app.inject('/health/ready')).json().checks;

test('the server is ready only while jobs can be enqueued', async () => {
  expect(await checks()).toMatchObject({ jobs: 'ok' });
  await app.database.query('alter schema jobs rename to jobs_away');
  // An answer is given again for a second.
  await sleep(1_050);
  const meanwhile = await checks();
  await app.database.query('alter schema jobs_away rename to jobs');
  expect(meanwhile).toMatchObject({ jobs: 'failed', database: 'ok' });
});
