import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trialServer } from './trial-server.ts';

let server: Awaited<ReturnType<typeof trialServer>>;
beforeEach(async () => {
  server = await trialServer();
  server.app.get('/items/:id', async () => ({}));
  server.app.get('/probe', { logLevel: 'silent' }, async () => ({}));
});
afterEach(() => server.app.close());

describe('a request', () => {
  test('leaves one line, without its query string', async () => {
    await server.app.inject('/items/7?token=hunter2');
    expect(server.lines).toHaveLength(1);
    expect(server.lines[0]).toMatchObject({
      msg: 'request',
      method: 'GET',
      route: '/items/:id',
      status: 200,
      ms: expect.any(Number),
    });
    expect(JSON.stringify(server.lines)).not.toContain('hunter2');
  });

  test('to an unknown address is logged, also without its query string', async () => {
    await server.app.inject('/no-such-page?token=hunter2');
    expect(server.lines[0]).toMatchObject({ route: '/no-such-page', status: 404 });
  });

  test('to a silent route leaves none', async () => {
    await server.app.inject('/probe');
    expect(server.lines).toEqual([]);
  });
});

describe('the id of a request', () => {
  test('is on the answer and in the log', async () => {
    const { headers } = await server.app.inject('/items/7');
    expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    expect(server.lines[0]?.reqId).toBe(headers['x-request-id']);
  });

  test.each([
    ['trace-0123456789', true],
    ['short', false],
    ['evil\u0001line-break-in-the-log', false],
    ['x'.repeat(65), false],
  ])('%j from the client is taken over: %s', async (given, taken) => {
    const { headers } = await server.app.inject({
      url: '/items/7',
      headers: { 'x-request-id': given },
    });
    expect(headers['x-request-id'] === given).toBe(taken);
  });
});

test.each([
  { password: 'hunter2' },
  { user: { password: 'hunter2', token: 'hunter2' } },
  { headers: { authorization: 'hunter2', 'set-cookie': 'hunter2' } },
  { answer: { headers: { cookie: 'hunter2' } } },
  { body: { refreshToken: 'hunter2', apiKey: 'hunter2' } },
])('secrets stay out of the log, also within a request: %o', async (fields) => {
  server.app.get('/careless', async ({ log }) => log.info(fields, 'careless'));
  server.app.log.info(fields, 'careless');
  await server.app.inject('/careless');
  const careless = server.lines.filter(({ msg }) => msg === 'careless');
  expect(careless.map((line) => JSON.stringify(line))).toEqual([
    expect.stringContaining('[Redacted]'),
    expect.stringMatching(/"reqId".*\[Redacted\]/),
  ]);
  expect(JSON.stringify(server.lines)).not.toContain('hunter2');
});

test.each([
  ['logged by the error handler', () => server.app.inject('/fails')],
  ['logged as it is', async () => server.app.log.error(failure())],
  ['logged without a message', async () => server.app.log.error({ err: failure() })],
])('the values of a failed statement stay out of the log: %s', async (_name, log) => {
  server.app.get('/fails', () => Promise.reject(failure()));
  await log();
  const line = server.lines.find(({ err }) => err);
  expect(line?.err).toMatchObject({
    message: 'Failed query: insert into users values ($1, $2)',
    stack: expect.stringMatching(/Failed query.*\n {4}at .*logs\.test\.ts/s),
    cause: { code: '23505', message: 'duplicate key value' },
  });
  expect(JSON.stringify(server.lines)).not.toMatch(/hash-of|jane@|Jane Street/);
});

/** As drizzle throws it. */
function failure() {
  const params = ['jane@example.com\n    at 1 Jane Street', 'hash-of-password'];
  const cause = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (email)=(jane@example.com) already exists.',
  });
  const message = `Failed query: insert into users values ($1, $2)\nparams: ${params}`;
  return Object.assign(new Error(message, { cause }), { params });
}
