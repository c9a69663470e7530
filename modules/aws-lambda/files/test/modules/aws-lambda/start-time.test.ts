import { readdir, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bundleLambda } from '../../../scripts/bundle-lambda.ts';
import { startFunction } from './runtime-api.ts';

const folder = `${process.cwd()}/dist/timed-lambda`;

// Loading and starting is the part of a cold start that is ours; Lambda gives it ten seconds. An
// embedded database, which Lambda never sees, takes longer.
test('the function starts, and tells in what time', async () => {
  await bundleLambda(folder);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    files.map(async (name) => (await stat(`${folder}/${name}`)).size),
  );
  const size = sizes.reduce((sum, each) => sum + each, 0);
  const { DATABASE_URL } = process.env;
  const database = DATABASE_URL ? { DATABASE_URL } : { PGLITE_DIR: 'memory://' };
  const env: NodeJS.ProcessEnv = { ...database, NODE_ENV: 'test' };

  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    const trial = await startFunction(folder, 'lambda.handler', env);
    await trial.init;
    times.push(performance.now() - started);
    await trial.stop();
  }
  console.info(`${Math.round(size / 1024)} KB start in ${times.map(Math.round).join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(30_000);
}, 90_000);
