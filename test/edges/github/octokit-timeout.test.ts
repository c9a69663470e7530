import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { isUncertain } from '../../../src/github/github-error.ts';
import { PatientOctokit } from '../../../src/github/octokit.ts';

test('a write that takes 30 seconds is given up once, and may have happened', async () => {
  let requests = 0;
  const silent = createServer(() => {
    requests += 1;
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const octokit = new PatientOctokit({ auth: { token: 'x' }, baseUrl });
  const soon = AbortSignal.timeout(100);
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(soon);

  const error = await octokit.request('POST /repos/ann/shop/labels').catch((reason) => reason);
  expect(timeout).toHaveBeenCalledWith(30_000);
  expect([error.name, isUncertain(error), requests]).toEqual(['HttpError', true, 1]);
  timeout.mockRestore();
  silent.closeAllConnections();
  silent.close();
});
