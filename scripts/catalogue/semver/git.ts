import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What git prints, or null where it fails: no repository, no such tag, no such file. */
export async function git(folder: string, ...args: string[]): Promise<string | null> {
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  const result = await run('git', args, options).catch(() => null);
  return result?.stdout ?? null;
}
