import { emit } from './emit.ts';
import { git } from './git.ts';
import { renderPullInFull } from './render/pull.ts';
import { setState } from './set-state.ts';
import { timestamp } from './timestamp.ts';
import type { Pull, Repository, User, World } from './world.ts';

/**
 * Looks where the branches are now: what moved was pushed, and its pull requests follow. Called
 * after everything that may have moved a branch, be it the API, git over HTTP or a test.
 */
export function followHeads(world: World, repository: Repository, by: User): Promise<void> {
  const look = (looking.get(repository) ?? Promise.resolve()).then(() =>
    lookOnce(world, repository, by),
  );
  looking.set(repository, look);
  return look;
}

/** One look at a time, so that each move is seen once. */
const looking = new WeakMap<Repository, Promise<void>>();

async function lookOnce(world: World, repository: Repository, by: User): Promise<void> {
  const known = repository.heads;
  const heads = await readHeads(repository.directory);
  repository.heads = heads;
  for (const branch of new Set([...known.keys(), ...heads.keys()])) {
    const [before, after] = [known.get(branch) ?? null, heads.get(branch) ?? null];
    if (before !== after) await moved(world, repository, { branch, before, after, by });
  }
}

export async function readHeads(directory: string): Promise<Map<string, string>> {
  const format = '--format=%(refname:lstrip=2) %(objectname)';
  const text = await git(directory, ['for-each-ref', format, 'refs/heads']);
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split(' ') as [string, string]));
}

interface Move {
  branch: string;
  before: string | null;
  after: string | null;
  by: User;
}

async function moved(world: World, repository: Repository, { branch, before, after, by }: Move) {
  const nothing = '0'.repeat(40);
  emit(world, repository, 'push', by, {
    ...{ ref: `refs/heads/${branch}`, before: before ?? nothing, after: after ?? nothing },
    ...{ created: !before, deleted: !after, forced: false, commits: [] },
  });
  const open = ({ state, head }: Pull) => state === 'open' && head === branch;
  for (const pull of repository.pulls.filter(open)) {
    if (!after) await setState(world, repository, by, pull, 'closed');
    else await synchronize(world, repository, pull, { branch, before, after, by });
  }
}

async function synchronize(world: World, repository: Repository, pull: Pull, move: Move) {
  const { before, after, by } = move;
  Object.assign(pull, { headSha: after, updated_at: timestamp() });
  const pull_request = await renderPullInFull(world, repository, pull);
  const news = { action: 'synchronize', before, after, number: pull.number, pull_request };
  emit(world, repository, 'pull_request', by, news);
}
