import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { releaseHandler } from '../../../src/modules/aws-lambda/release-handler.ts';

let said: Record<string, unknown>[] = [];
let types: (string | undefined)[] = [];
const stack = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  said.push(JSON.parse(body));
  types.push(request.headers['content-type']);
  response.end();
});
beforeAll(async () => {
  stack.listen(0, '127.0.0.1');
  await once(stack, 'listening');
});
afterAll(() => stack.close());

async function asked(RequestType: 'Create' | 'Update' | 'Delete', work: () => Promise<void>) {
  [said, types] = [[], []];
  await releaseHandler(work)({
    RequestType,
    ResponseURL: `http://127.0.0.1:${(stack.address() as AddressInfo).port}/?signature`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Migration',
  });
  return said[0];
}

test.each(['Create', 'Update'] as const)('%s does the work and says so', async (type) => {
  const work = vi.fn(async () => {});
  expect(await asked(type, work)).toEqual({
    Status: 'SUCCESS',
    Reason: '',
    PhysicalResourceId: 'release',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Migration',
  });
  expect(work).toHaveBeenCalledOnce();
  expect(types[0] ?? '').toBe('');
});

test('Delete leaves the database as it is', async () => {
  const work = vi.fn(async () => {});
  expect(await asked('Delete', work)).toMatchObject({ Status: 'SUCCESS' });
  expect(work).not.toHaveBeenCalled();
});

test('work that fails fails the release, and tells no values', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failing = async () => {
    throw new Error('Failed query: alter table\nparams: hunter2');
  };
  expect(await asked('Update', failing)).toMatchObject({
    Status: 'FAILED',
    Reason: 'Failed query: alter table',
  });
  expect(log.mock.calls.flat().join()).not.toContain('hunter2');
  log.mockRestore();
});

test('invoked by hand it works as well, and fails by itself', async () => {
  const work = vi.fn(async () => {});
  await releaseHandler(work)({});
  expect(work).toHaveBeenCalledOnce();
  const failing = releaseHandler(() => Promise.reject(new Error('no')));
  await expect(failing({})).rejects.toThrow('no');
});
