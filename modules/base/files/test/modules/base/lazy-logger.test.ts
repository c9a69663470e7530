import type { FastifyBaseLogger } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { trialServer } from './trial-server.ts';

let server: Awaited<ReturnType<typeof trialServer>>;
beforeEach(async () => {
  server = await trialServer({ LOG_LEVEL: 'trace' });
});
afterEach(() => server.app.close());

/** The lines that a handler with this logger leaves, besides that of its request. */
async function linesOf(log: (logger: FastifyBaseLogger) => void) {
  server.app.get('/', async (request) => log(request.log));
  await server.app.inject({ url: '/', headers: { 'x-request-id': 'trace-0123456789' } });
  return server.lines.filter(({ msg }) => msg !== 'request');
}

test.each([
  ['trace', 10],
  ['debug', 20],
  ['info', 30],
  ['warn', 40],
  ['error', 50],
  ['fatal', 60],
] as const)('request.log.%s names the request', async (name, level) => {
  const [line] = await linesOf((log) => log[name]({ item: 7 }, 'item %s', 'seven'));
  expect(line).toMatchObject({ reqId: 'trace-0123456789', level, item: 7, msg: 'item seven' });
});

test('children of request.log name it, too', async () => {
  const [line] = await linesOf((log) => log.child({ job: 1 }).info('done'));
  expect(line).toMatchObject({ reqId: 'trace-0123456789', job: 1 });
});

test('its level can be read and changed', async () => {
  const lines = await linesOf((log) => {
    log.level = 'error';
    log.info('unheard');
    log.silent('unheard');
    log.error(log.level);
  });
  expect(lines.map(({ msg }) => msg)).toEqual(['error']);
});

test('a request that logs nothing makes no logger', async () => {
  const child = vi.spyOn(server.app.log, 'child');
  expect(await linesOf(() => {})).toEqual([]);
  expect(child).not.toHaveBeenCalled();
});
