import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Claims of this process; in a container every start has the same id, so that tells nothing. */
const own = new Set<string>();

/**
 * Claims a directory for this process: two processes on one embedded database would destroy it.
 * Resolves to the release. The claim of a process that was killed is taken over.
 */
export async function lockDirectory(dir: string): Promise<() => Promise<void>> {
  const path = `${resolve(dir)}.pid`;
  if (own.has(path)) throw inUse(dir, path, process.pid);
  own.add(path);
  try {
    await claim(dir, path);
  } catch (error) {
    own.delete(path);
    throw error;
  }
  return async () => {
    await rm(path, { force: true });
    own.delete(path);
  };
}

async function claim(dir: string, path: string, isRetry = false): Promise<void> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    // Whoever takes over a claim first has it: a second attempt meets a new one.
    if (isRetry || isAnotherAlive(holder)) throw inUse(dir, path, holder);
    await rm(path, { force: true });
    await claim(dir, path, true);
  }
}

const inUse = (dir: string, path: string, holder: number) =>
  Object.assign(
    new Error(
      `The embedded database in ${dir} is in use by process ${holder}: stop that process, or set ` +
        `DATABASE_URL. If it is not this server, delete ${path}.`,
    ),
    { name: 'ConfigError' },
  );

function isAnotherAlive(pid: number): boolean {
  if (!pid || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
