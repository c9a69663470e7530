import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyPackage, nativePackages } from './native-packages.ts';

const run = promisify(execFile);

/** Installs packages with machine code as Lambda needs them, whatever machine this is. */
export async function installNatives(arch: string, folder: string) {
  const names = nativePackages();
  if (names.length === 0) return;
  const work = await mkdtemp(join(tmpdir(), 'lambda-'));
  for (const file of ['package.json', 'package-lock.json']) await cp(file, join(work, file));
  // From the lock file, so that they are those that were tested.
  const platform = ['--os=linux', `--cpu=${arch}`, '--libc=glibc'];
  const quietly = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['ci', ...platform, ...quietly], { cwd: work });
  for (const name of names) await copyPackage(name, join(folder, 'node_modules'), work);
  await rm(work, { recursive: true });
}
