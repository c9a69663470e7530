import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measured } from '../lib/measure.ts';
import type { Generator } from './generators.ts';
import type { Shell } from './shell.ts';

export interface Verdict {
  installSeconds: number | null;
  check: string;
  test: string;
  /** One sentence for each step that failed. */
  failures: string[];
}

type Step = 'install' | 'check' | 'test';

/** Installs, type-checks, builds and tests what a generator wrote, as far as it gets. */
export async function judge(generator: Generator, folder: string, shell: Shell): Promise<Verdict> {
  const failures: string[] = [];
  const run = async (step: Step): Promise<Measured | null> => {
    const line = generator[step];
    if (line === null) return null;
    const measured = await shell(line, join(folder, generator.folder));
    console.log(`generators: ${generator.name}: ${line}: exit ${measured.code}`);
    if (measured.code !== 0) {
      failures.push(`${generator.name}: \`${line}\` fails: ${reason(measured, folder)}`);
    }
    return measured;
  };
  const install = await run('install');
  const isInstalled = install?.code === 0;
  const check = isInstalled ? await run('check') : null;
  const test = isInstalled ? await run('test') : null;
  const words = (step: Step, measured: Measured | null) => {
    if (generator[step] === null) return generator.install === null ? 'not run' : 'none';
    return measured ? outcome(measured) : 'not installed';
  };
  return {
    installSeconds: isInstalled ? install.ms / 1000 : null,
    check: words('check', check),
    test: words('test', test),
    failures,
  };
}

function outcome({ code, output }: Measured): string {
  if (code !== 0) return code === null ? 'not within 5 min' : 'fail';
  const count = /^\s*Tests:?\s.*?(\d+) passed|^(?:#|ℹ) pass (\d+)/m.exec(output);
  return count ? `pass (${count[1] ?? count[2]})` : 'pass';
}

/** The first lines that speak of errors, without the folder that they were in. */
function reason({ code, output }: Measured, folder: string): string {
  if (code === null) return 'not done after five minutes.';
  const lines = output.replaceAll(folder, '').replaceAll('`', "'").split('\n');
  const found = lines.map((line) => line.trim()).filter((line) => /error|fail/i.test(line));
  return `\`${found.slice(0, 4).join(' ').slice(0, 300)}\`.`;
}

/** Files below a folder, apart from installed packages and git's own. */
export async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const counts = entries
    .filter(({ name }) => name !== 'node_modules' && name !== '.git')
    .map((entry) => (entry.isDirectory() ? countFiles(join(folder, entry.name)) : 1));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
