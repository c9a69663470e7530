import { spawn } from 'node:child_process';

/** Runs git on a bare repository and returns what it printed; throws with git's own words. */
export function git(
  directory: string,
  args: string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', directory, ...args], { env: { ...process.env, ...env } });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`git ${args[0]} ended with ${code}: ${errors}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** The commit a branch points at, or null. */
export async function headOf(directory: string, branch: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`];
  return git(directory, args).then(
    (sha) => sha.trim(),
    () => null,
  );
}

/** Whether the repository holds this object, as this type. */
export const has = (directory: string, sha: string, type: string): Promise<boolean> =>
  git(directory, ['cat-file', '-t', sha]).then(
    (found) => found.trim() === type,
    () => false,
  );

/** Commits files to a branch as a person would; other files of the branch stay. */
export async function commitFiles(
  directory: string,
  branch: string,
  files: Record<string, string>,
  message = 'Work by hand',
): Promise<void> {
  const head = await headOf(directory, branch);
  const commit = [
    `commit refs/heads/${branch}`,
    'committer Ann <ann@example.com> now',
    data(message),
    ...(head ? [`from ${head}`] : []),
    ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
  ].join('\n');
  const args = ['fast-import', '--quiet', '--date-format=now', '--force'];
  await git(directory, args, { input: `${commit}\n` });
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}`;
