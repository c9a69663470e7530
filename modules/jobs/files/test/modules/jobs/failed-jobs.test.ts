import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Job } from '../../../src/contracts/jobs.ts';
import { eventually } from '../../helpers/eventually.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const Data = Type.Object({ n: Type.Integer() });
let headers: Record<string, string>;
let isMended = false;
const done: number[] = [];
let stop = async () => {};
let poison: Job<{ n: number }> | undefined;

beforeAll(async () => {
  await resetDatabase(app);
  await app.database.query('delete from jobs.job');
  headers = (await signIn(app, { role: 'admin' })).headers;

  const server = await jobServer(app, ({ jobs }) => {
    poison = jobs.define('poison', { data: Data, retries: 0 }, async ({ n }) => {
      if (!isMended) throw new Error(`cannot digest ${n}`);
      done.push(n);
    });
  });
  for (let n = 0; n < 5; n++) await poison?.enqueue({ n });
  stop = () => server.close();
  await server.jobs.work();
  await eventually(async () => expect((await page('?limit=100')).items).toHaveLength(5), 10_000);
});
afterAll(() => stop());

const list = (query: string, as = headers) =>
  app.inject({ url: `/jobs/failed${query}`, headers: as });
const page = async (query: string) => (await list(query)).json();
const retry = (id: string, as = headers) =>
  app.inject({ method: 'POST', url: `/jobs/${id}/retry`, headers: as });

describe('jobs that failed for good', () => {
  test('are listed with what they failed of, and without their data', async () => {
    const { items, nextCursor } = await page('');
    expect(nextCursor).toBeNull();
    expect(items[0]).toEqual({
      id: expect.any(String),
      job: 'poison',
      error: expect.stringMatching(/^cannot digest \d$/),
      attempts: 1,
      enqueuedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      failedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  test('come in pages that miss nothing', async () => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, nextCursor } = await page(`?limit=2${cursor && `&cursor=${cursor}`}`);
      expect(items.length).toBeLessThanOrEqual(2);
      ids.push(...items.map(({ id }: { id: string }) => id));
      cursor = nextCursor;
    }
    expect(new Set(ids).size).toBe(5);
    expect(ids).toHaveLength(5);
  });

  test.each(['limit=0', 'limit=101', 'cursor=x', "cursor=1_';drop"])(
    'not with %s',
    async (query) => {
      expectProblem(await list(`?${query}`), 400, 'validation');
    },
  );

  test('can be tried again, once', async () => {
    const [{ id }] = (await page('?limit=1')).items;
    isMended = true;
    expect((await retry(id)).statusCode).toBe(204);
    await eventually(() => expect(done).toHaveLength(1));
    expectProblem(await retry(id), 404, 'not-found');
    expect((await page('')).items).toHaveLength(4);
  });

  test('need an id', async () => {
    expectProblem(await retry('not-an-id'), 400, 'validation');
  });

  test('are for admins', async () => {
    const member = (await signIn(app)).headers;
    const [{ id }] = (await page('?limit=1')).items;
    expectProblem(await list('', member), 403, 'forbidden');
    expectProblem(await list('', {}), 401, 'unauthenticated');
    expectProblem(await retry(id, member), 403, 'forbidden');
    expectProblem(await retry(id, {}), 401, 'unauthenticated');
  });
});
