import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Problem, problem, type Result } from '../core/errors/problem.ts';
import { commitAuthor } from '../core/merge/commit-author.ts';
import type { Forge, Proposal, PullRequest, Snapshot } from '../flows/ports.ts';
import { fastImport } from './fast-import.ts';
import { git } from './git.ts';

const author = `${commitAuthor.name} <${commitAuthor.email}>`;

/** A git repository in a folder: made when the folder is new or empty. */
export function localForge(folder: string): Forge {
  return {
    snapshot: (branch) => readSnapshot(folder, branch),
    read: async ({ files }, path) => {
      const blob = files.get(path);
      return blob ? git(folder, ['cat-file', 'blob', blob]) : null;
    },
    propose: (proposal) => propose(folder, proposal),
  };
}

async function readSnapshot(folder: string, named?: string): Promise<Snapshot> {
  const repository = basename(folder);
  const nothing = { repository, branch: named ?? 'main', commit: null, files: new Map() };
  if (!isRepository(folder)) return nothing;
  const branch = named ?? (await baseBranch(folder));
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', branch]).catch(() => '');
  if (!commit) return { ...nothing, branch };
  const listing = await git(folder, ['ls-tree', '-r', '-z', commit.trim()]);
  const files = listing
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [entry = '', path = ''] = line.split('\t');
      return [path, entry.split(' ')[2] ?? ''] as const;
    });
  return { repository, branch, commit: commit.trim(), files: new Map(files) };
}

async function propose(folder: string, proposal: Proposal): Promise<Result<PullRequest>> {
  const refusal = await whyNot(folder, proposal);
  if (refusal) return fail(refusal);
  const base = proposal.base.commit ?? (await startRepository(folder, proposal));
  const { branch } = proposal;
  await git(folder, ['fast-import', '--quiet', '--force'], fastImport(proposal, base, author));
  await git(folder, ['switch', '--quiet', '--discard-changes', branch]);
  const commit = (await git(folder, ['rev-parse', branch])).trim();
  return ok({ url: null, number: null, branch, commit });
}

/** Nothing of the user's may be lost: neither work in progress nor files that we did not write. */
async function whyNot(folder: string, { base, branch }: Proposal): Promise<Problem | null> {
  if (!isRepository(folder)) {
    const present = existsSync(folder) ? await readdir(folder) : [];
    return present.length > 0 ? problem('folder.not-a-repository', { folder }) : null;
  }
  const changes = await git(folder, ['status', '--porcelain']);
  if (changes.trim()) return problem('folder.dirty', { folder });
  const others = await git(folder, [
    'log',
    '--format=%an <%ae>',
    branch,
    '--not',
    base.branch,
  ]).catch(() => '');
  const taken = others.split('\n').some((line) => line && line !== author);
  return taken ? problem('branch.taken', { branch }) : null;
}

/** Pull requests need a base: an empty first commit. */
async function startRepository(folder: string, { base, date }: Proposal): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (!isRepository(folder))
    await git(folder, ['init', '--quiet', `--initial-branch=${base.branch}`]);
  const stamp = `${Math.floor(Date.parse(date) / 1000)} +0000`;
  const commit = `commit refs/heads/${base.branch}\ncommitter ${author} ${stamp}\ndata 14\nInitial commit\n`;
  await git(folder, ['fast-import', '--quiet'], commit);
  return (await git(folder, ['rev-parse', base.branch])).trim();
}

const isRepository = (folder: string) => existsSync(`${folder}/.git`);

/** The branch that proposals start from: the checked-out one, unless that is a proposal itself. */
async function baseBranch(folder: string): Promise<string> {
  const current = (await git(folder, ['symbolic-ref', '--short', 'HEAD'])).trim();
  if (!current.startsWith('sotacode/')) return current;
  const names = (await git(folder, ['branch', '--format=%(refname:short)'])).split('\n');
  return names.find((name) => ['main', 'master'].includes(name)) ?? current;
}
