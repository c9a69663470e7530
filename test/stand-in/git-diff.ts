import { git, headOf } from './git.ts';
import type { Pull, Repository } from './world.ts';

const statuses: Record<string, string> = { A: 'added', D: 'removed', M: 'modified', R: 'renamed' };

export interface ChangedFile {
  filename: string;
  previous_filename?: string;
  status: string;
  additions: number;
  deletions: number;
  changes: number;
  /** Blob id; null once the file is gone. */
  sha: string | null;
  patch: string;
}

/** The files of a pull request: what its head changed since it left the base. */
export async function changedFiles(repository: Repository, pull: Pull): Promise<ChangedFile[]> {
  const { directory } = repository;
  const range = await rangeOf(repository, pull);
  const raw = await git(directory, ['diff', '--raw', '--no-abbrev', '-M', '-z', ...range]);
  const files: ChangedFile[] = [];
  const words = raw.split('\0');
  while (words.length > 1) {
    const [, , , sha = '', kind = ''] = words.shift()?.split(' ') ?? [];
    const old = words.shift() ?? '';
    const filename = kind.startsWith('R') ? (words.shift() ?? '') : old;
    const patch = await git(directory, ['diff', '-M', ...range, '--', old, filename]);
    files.push({
      ...{ filename, ...(old === filename ? {} : { previous_filename: old }) },
      ...{ status: statuses[kind[0] ?? ''] ?? 'changed', ...linesOf(patch) },
      sha: kind === 'D' ? null : sha,
    });
  }
  return files;
}

function linesOf(text: string) {
  const patch = /^@@[\s\S]*/m.exec(text)?.[0].trimEnd() ?? '';
  const count = (sign: string) => patch.split('\n').filter((line) => line.startsWith(sign)).length;
  const [additions, deletions] = [count('+'), count('-')];
  return { patch, additions, deletions, changes: additions + deletions };
}

export async function countsOf(repository: Repository, pull: Pull) {
  const range = await rangeOf(repository, pull);
  const text = await git(repository.directory, ['diff', '--numstat', '-M', ...range]);
  const lines = text.split('\n').filter(Boolean);
  const sum = (column: number) =>
    lines.reduce((total, line) => total + (Number(line.split('\t')[column]) || 0), 0);
  const commits = (await commitsOf(repository, pull)).length;
  return { additions: sum(0), deletions: sum(1), changed_files: lines.length, commits };
}

/** Ids of a pull request's commits, oldest first. */
export async function commitsOf(repository: Repository, pull: Pull): Promise<string[]> {
  const range = (await rangeOf(repository, pull)).join('..');
  const text = await git(repository.directory, ['rev-list', '--reverse', range]);
  return text.split('\n').filter(Boolean);
}

/** From where the head left the base, to the head. After a merge: as it was before. */
async function rangeOf({ directory }: Repository, pull: Pull): Promise<[string, string]> {
  const onto = pull.baseAtMerge ?? (await headOf(directory, pull.base)) ?? pull.headSha;
  const fork = await git(directory, ['merge-base', onto, pull.headSha]);
  return [fork.trim(), pull.headSha];
}
