import type { LambdaResponse } from '@fastify/aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleLambda } from '../../../scripts/bundle-lambda.ts';
import { eventually } from '../../helpers/eventually.ts';
import { httpEvent } from './http-event.ts';
import { startFunction } from './runtime-api.ts';
import { bytes } from './trial-routes.ts';

const folder = `${process.cwd()}/dist/trial-lambda`;

beforeAll(() => bundleLambda(folder, { lambda: 'test/modules/aws-lambda/trial-lambda.ts' }));

describe('the bundle in an environment of its own', () => {
  let trial: Awaited<ReturnType<typeof startFunction>>;
  const get = (path: string, query = '') =>
    trial.invoke<LambdaResponse>(httpEvent('GET', { path, query }));

  beforeAll(async () => {
    trial = await startFunction(folder, 'lambda.handler');
    await trial.init;
  });
  afterAll(() => trial.stop());

  test('answers, with bytes and with problems', async () => {
    expect(await get('/html')).toMatchObject({ statusCode: 200, body: '<p>Привет</p>' });
    expect(Buffer.from((await get('/bytes')).body, 'base64')).toEqual(bytes);
    expect((await get('/cookies')).cookies).toEqual(['a=1; HttpOnly', 'b=2']);
    const { statusCode, body } = await get('/nowhere');
    expect(statusCode).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ code: 'not-found', status: 404 });
  });

  test('logs each request under the id of its invocation', async () => {
    const { headers } = await get('/html');
    await eventually(() => {
      const lines = trial.output().split('\n');
      const line = lines.find((each) => each.includes(`${headers['x-request-id']}`)) ?? '{}';
      expect(JSON.parse(line)).toMatchObject({ route: '/html', status: 200 });
    });
  });

  test('answers before its time is up, and then the next', async () => {
    const event = httpEvent('GET', { path: '/slow', query: 'ms=5000' });
    expect(await trial.invoke<LambdaResponse>(event, 1_000)).toMatchObject({ statusCode: 504 });
    expect(await get('/html')).toMatchObject({ statusCode: 200 });
  });

  test('refuses an event that is no request, and goes on', async () => {
    await expect(trial.invoke({ Records: [] })).rejects.toMatchObject({ errorType: 'TypeError' });
    expect(await get('/html')).toMatchObject({ statusCode: 200 });
  });

  test('answers hundreds of requests, each its own', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) => get('/request/', `n=${index}`)),
    );
    const numbers = answers.map(({ body }) => JSON.parse(body).query.n);
    expect(numbers).toEqual(answers.map((_, index) => String(index)));
  });

  test.skipIf(process.platform === 'win32')('closes when it is told to stop', async () => {
    const other = await startFunction(folder, 'lambda.handler');
    await other.init;
    other.process.kill('SIGTERM');
    expect(await other.exited).toBe(0);
    await other.stop();
  });
});

test('a mistake in a setting fails the start with one sentence', async () => {
  const trial = await startFunction(folder, 'lambda.handler', { PORT: 'many' });
  await expect(trial.init).rejects.toMatchObject({
    errorType: 'ConfigError',
    errorMessage: 'The environment variable PORT must be integer.',
    trace: ['ConfigError: The environment variable PORT must be integer.'],
  });
  await trial.stop();
});
