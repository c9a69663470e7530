import { setTimeout } from 'node:timers/promises';
import { git } from '../../src/cli/git.ts';
import type { StandIn } from '../../test/stand-in/index.ts';

export interface Followed {
  /** From sending the webhook to the App's answer. */
  answeredMs: number;
  /** From that answer to the pull request. */
  pullMs: number;
  /** From that answer to the completed check run, after which the App says nothing more. */
  doneMs: number;
  /** In the pull request. */
  files: number;
  /** `POST /repos/:repo/git/trees` -> how often. */
  calls: Map<string, number>;
}

/** Opens an issue with a command in a new repository, and follows it to the end of its build. */
export async function followBuild(
  github: StandIn,
  name: string,
  request: string,
): Promise<Followed> {
  const repo = `ann/${name}`;
  const repository = await github.addRepository({ name: repo, files: { LICENSE: 'MIT\n' } });
  github.addUser('ann', { [repo]: 'write' });
  const before = github.requests.length;

  const sent = performance.now();
  await github.openIssue({ repo, by: 'ann', body: `/sotacode build ${request}` });
  const answered = performance.now();
  const pullMs = await until(() => repository.pulls.length > 0);
  const doneMs = await until(() => repository.checkRuns[0]?.status === 'completed');
  return {
    answeredMs: answered - sent,
    pullMs: pullMs - answered,
    doneMs: doneMs - answered,
    files: await countFiles(repository.directory, repository.pulls[0]?.head ?? ''),
    calls: countByKind(github.requests.slice(before), repo),
  };
}

const countFiles = async (directory: string, branch: string) =>
  (await git(directory, ['ls-tree', '-r', '--name-only', branch])).trim().split('\n').length;

/** Resolves to the moment at which something came true. */
async function until(isTrue: () => boolean): Promise<number> {
  const limit = performance.now() + 60_000;
  while (!isTrue()) {
    if (performance.now() > limit) throw new Error('The build did not end within a minute.');
    await setTimeout(2);
  }
  return performance.now();
}

function countByKind(requests: readonly { method: string; path: string }[], repo: string) {
  const kinds = requests.map(({ method, path }) => `${method} ${kindOf(path, repo)}`);
  return new Map(
    [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((each) => each === kind).length]),
  );
}

/** A path without what differs from one build to the next. */
const kindOf = (path: string, repo: string) =>
  path
    .replace(/^\/api\/v3/, '')
    .replace(/\?.*$/, '')
    .replace(repo, ':repo')
    .replace(/(?<=\/(?:ref|refs)\/).*/, ':ref')
    .replace(/(?<=\/collaborators\/)[^/]+/, ':user')
    .replaceAll(/\/[0-9a-f]{40}/g, '/:sha')
    .replaceAll(/\/\d+/g, '/:id');
