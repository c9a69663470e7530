import { buildApp } from './app.ts';
import { lambdaEnv } from './modules/aws-lambda/lambda-env.ts';
import { releaseHandler } from './modules/aws-lambda/release-handler.ts';
import { startOrExplain } from './modules/aws-lambda/start-or-explain.ts';

const env = await startOrExplain(() => lambdaEnv(process.env));

/** Migrates once per release. The whole server starts, so a setting that it misses is noticed, too. */
export const handler = releaseHandler(async () => {
  const app = await buildApp({ ...env, MIGRATE_ON_START: 'true' });
  await app.close();
});
