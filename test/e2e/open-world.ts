import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { openApp } from '../stand-in/open-app.ts';
import type { Delivery } from '../stand-in/webhooks.ts';
import type { Repository } from '../stand-in/world.ts';

const run = promisify(execFile);

export interface Delivered {
  repository: Repository;
  delivery: Delivery;
  /** A fresh clone of the pull request's branch. */
  checkout: string;
}

/** GitHub's stand-in and the App, and a look into what was pushed. */
export async function openWorld(env: Record<string, string> = {}) {
  const world = await openApp(env);
  /** The paths of a branch. */
  const filesOf = async (repo: string, branch: string): Promise<string[]> => {
    const { directory } = world.github.repository(repo);
    const listing = ['ls-tree', '-r', '--name-only', branch];
    return (await run('git', ['-C', directory, ...listing])).stdout.trim().split('\n');
  };
  return Object.assign(world, { filesOf });
}
export type OpenWorld = Awaited<ReturnType<typeof openWorld>>;

/** Asks for a server in a new repository, waits for its pull request and clones it. */
export async function ask(world: OpenWorld, name: string, request: string): Promise<Delivered> {
  const { github } = world;
  const repo = `ann/${name}`;
  const repository = await github.addRepository({ name: repo, files: { LICENSE: 'MIT\n' } });
  github.addUser('ann', { [repo]: 'write' });
  const { delivery } = await github.openIssue({
    repo,
    by: 'ann',
    body: `/sotacode build ${request}`,
  });
  await vi.waitFor(
    () => {
      const said = repository.comments.map(({ body }) => body).join('\n');
      if (repository.checkRuns[0]?.status !== 'completed') throw new Error(`Not yet: ${said}`);
    },
    { timeout: 60_000, interval: 200 },
  );
  const checkout = join(world.folder, name);
  const branch = repository.pulls[0]?.head ?? '';
  await run('git', ['clone', '--quiet', '--branch', branch, github.cloneUrl(repo), checkout]);
  return { repository, delivery, checkout };
}
