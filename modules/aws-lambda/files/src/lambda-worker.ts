import { buildApp } from './app.ts';
import { backgroundHandler } from './modules/aws-lambda/background-handler.ts';
import { lambdaEnv } from './modules/aws-lambda/lambda-env.ts';
import { startOrExplain } from './modules/aws-lambda/start-or-explain.ts';

const env = await startOrExplain(() => lambdaEnv(process.env));

/** Does what a server does beside answering requests, for as long as an invocation may take. */
export const handler = backgroundHandler(() => buildApp(env));
