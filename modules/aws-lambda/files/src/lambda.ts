import { buildApp } from './app.ts';
import { closeOnStop } from './modules/aws-lambda/close-on-stop.ts';
import { httpHandler } from './modules/aws-lambda/http-handler.ts';
import { lambdaEnv } from './modules/aws-lambda/lambda-env.ts';
import { startOrExplain } from './modules/aws-lambda/start-or-explain.ts';

// Once per environment, before its first request. What fails here fails the start, with one sentence.
const app = await startOrExplain(async () => buildApp(await lambdaEnv(process.env)));
closeOnStop(app);

/** Answers requests of an HTTP API of API Gateway, or of a function URL. */
export const handler = httpHandler(app);
