import { readFile, rm, writeFile } from 'node:fs/promises';

/**
 * Claims a directory for this process: two processes on one embedded database would destroy it.
 * Resolves to the release. The claim of a process that was killed is taken over.
 */
export async function lockDirectory(dir: string): Promise<() => Promise<void>> {
  const path = `${dir}.pid`;
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (isAnotherAlive(holder)) {
    throw Object.assign(
      new Error(
        `The embedded database in ${dir} is in use by process ${holder}: stop that process, or set DATABASE_URL.`,
      ),
      { name: 'ConfigError' },
    );
  }
  await writeFile(path, String(process.pid));
  return () => rm(path, { force: true });
}

/** In a container every start has the same process id, so one's own counts as left over. */
function isAnotherAlive(pid: number): boolean {
  if (!pid || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
