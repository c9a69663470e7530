import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Tree } from '../../core/manifest/module.ts';

/**
 * Text files of a commit, by path from the repository's root.
 * Git checks what it reads against the ids by which it is named.
 * @param revision commit, tag or branch
 * @throws Error with git's own sentence
 */
export async function readGitTree(
  repository: string,
  revision: string,
  paths: readonly string[],
): Promise<Tree> {
  const listed = await git(repository, ['ls-tree', '-r', '-z', revision, '--', ...paths]);
  const files = listed
    .split('\0')
    .filter((line) => / blob /.test(line))
    .map((line) => {
      const [head = '', path = ''] = line.split('\t');
      return { path, id: head.split(' ')[2] ?? '' };
    });
  const contents = await readBlobs(
    repository,
    files.map(({ id }) => id),
  );
  return new Map(files.map(({ path }, index) => [path, contents[index] ?? '']));
}

/** @throws Error with git's own sentence */
export const git = async (repository: string, args: string[], input = ''): Promise<string> =>
  (await gitBytes(repository, args, input)).toString('utf8');

async function readBlobs(repository: string, ids: readonly string[]): Promise<string[]> {
  const bytes = await gitBytes(
    repository,
    ['cat-file', '--batch'],
    ids.map((id) => `${id}\n`).join(''),
  );
  let at = 0;
  return ids.map(() => {
    const end = bytes.indexOf('\n', at);
    const size = Number(bytes.toString('utf8', at, end).split(' ')[2]);
    at = end + 1 + size + 1;
    return bytes.toString('utf8', end + 1, end + 1 + size);
  });
}

async function gitBytes(repository: string, args: string[], input: string): Promise<Buffer> {
  const child = spawn('git', ['-C', repository, ...args], { stdio: 'pipe' });
  // A git that stops early says why on its own; its closed input adds nothing.
  child.stdin.on('error', () => {}).end(input);
  const [output, errors, code] = await Promise.all([
    child.stdout.toArray() as Promise<Buffer[]>,
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    }),
  ]);
  if (code !== 0) throw new Error(`git ${args[0]}: ${errors.trim()}`);
  return Buffer.concat(output);
}
