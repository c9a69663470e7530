import { setTimeout } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { fail, problem } from '../../../src/core/errors/problem.ts';
import { aPlan } from '../../builders.ts';
import { openWeb } from './open-web.ts';

const plan = aPlan(['crud']);

it('limits requests of one address, and leaves others alone', async () => {
  const { web } = await openWeb({
    SOTACODE_API_REQUESTS_PER_MINUTE: '2',
    SOTACODE_TRUST_PROXY: '127.0.0.1',
  });
  const from = (address: string) =>
    web.inject({ url: '/api/modules', headers: { 'x-forwarded-for': address } });
  const statuses = [];
  for (let n = 0; n < 3; n++) statuses.push((await from('192.0.2.1')).statusCode);
  expect(statuses).toEqual([200, 200, 429]);
  const refused = await from('192.0.2.1');
  expect(refused.json().code).toBe('requests.too-many');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await from('192.0.2.2')).statusCode).toBe(200);
  await web.close();
});

it('believes no X-Forwarded-For unless told whose', async () => {
  const { web } = await openWeb({ SOTACODE_API_REQUESTS_PER_MINUTE: '1' });
  const from = (address: string) =>
    web.inject({ url: '/api/modules', headers: { 'x-forwarded-for': address } });
  expect((await from('192.0.2.1')).statusCode).toBe(200);
  expect((await from('192.0.2.2')).statusCode).toBe(429);
  await web.close();
});

it('limits plans and renders further, and a render of words is both', async () => {
  const { web, post } = await openWeb({
    SOTACODE_API_PLANS_PER_MINUTE: '1',
    SOTACODE_API_RENDERS_PER_MINUTE: '2',
  });
  expect((await post('/api/render', { request: 'a blog' })).statusCode).toBe(200);
  expect((await post('/api/plan', { request: 'a blog' })).statusCode).toBe(429);
  expect((await post('/api/render', { plan })).statusCode).toBe(200);
  expect((await post('/api/render', { plan })).statusCode).toBe(429);
  expect((await post('/api/resolve', { plan })).statusCode).toBe(200);
  await web.close();
});

it('renders one at a time and refuses what the queue has no room for', async () => {
  const { web, post } = await openWeb({ SOTACODE_API_RENDER_QUEUE: '1' });
  const answers = await Promise.all([1, 2, 3].map(() => post('/api/render', { plan })));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 503]);
  const refused = answers.find(({ statusCode }) => statusCode === 503);
  expect(refused?.json().code).toBe('render.busy');
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  await web.close();
});

it('answers others while it renders', async () => {
  const { web, post } = await openWeb();
  let done = false;
  const render = post('/api/render', { plan }).finally(() => (done = true));
  await setTimeout(20);
  expect((await web.inject({ url: '/api/modules' })).statusCode).toBe(200);
  expect(done).toBe(false);
  expect((await render).statusCode).toBe(200);
  await web.close();
});

it('lets the model plan so many times an hour, for everybody together', async () => {
  let now = 0;
  const asked = vi.fn(async () => fail(problem('request.empty')));
  const { web, post } = await openWeb(
    { SOTACODE_API_PLANNER: 'model', SOTACODE_API_MODEL_PLANS_PER_HOUR: '2' },
    { planner: { name: 'model', plan: asked }, clock: { now: () => new Date(now) } },
  );
  const codes = [];
  now = 3_600_000;
  for (let n = 0; n < 3; n++) codes.push((await post('/api/plan', { request: 'x' })).json().code);
  expect(codes).toEqual(['request.empty', 'request.empty', 'plans.exhausted']);
  now = 7_200_000;
  expect((await post('/api/plan', { request: 'x' })).json().code).toBe('request.empty');
  expect(asked).toHaveBeenCalledTimes(3);
  await web.close();
});

it('a failure of our own is a 500 without its words', async () => {
  const planner = { name: 'model', plan: () => Promise.reject(new Error('secret')) };
  const { web, post, errors } = await openWeb({}, { planner });
  const answer = await post('/api/plan', { request: 'a blog' });
  expect(answer.statusCode).toBe(500);
  expect(answer.json().code).toBe('render.unexpected');
  expect(answer.body).not.toContain('secret');
  expect(errors.map(({ message }) => message)).toEqual(['secret']);
  await web.close();
});
