import nock from 'nock';
import { afterEach, beforeEach, expect } from 'vitest';
import { PatientOctokit } from '../../../src/github/octokit.ts';

const baseUrl = 'https://api.github.com';

/** The App's client, and the place where the tests of its answers happen. */
export const octokit = new PatientOctokit({ auth: { token: 'x' }, baseUrl });
export const target = { octokit, owner: 'ann', repo: 'shop' };

/** Answers of GitHub, written out one by one. */
export const github = () => nock(baseUrl);
export const shop = (path: string) => `/repos/ann/shop${path}`;

/** Nothing leaves the machine, and each test must use up the answers that it wrote. */
export function useNock(): void {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    expect(unused).toEqual([]);
  });
}
