import type { Octokit } from '../octokit.ts';

/** One repository, and the client that may touch it. */
export interface Target {
  octokit: Octokit;
  owner: string;
  repo: string;
}
