import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { type Measured, measure } from '../lib/measure.ts';

const here = import.meta.dirname;
const program = join(here, '../../src/cli/main.ts');

/** Runs a line of shell in a folder and measures it; at most five minutes. */
export type Shell = (line: string, cwd: string) => Promise<Measured>;

/** A shell whose PATH holds `sotacode` and the other generators, in front of our Node. */
export async function openShell(folder: string): Promise<Shell> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'sotacode'), `#!/bin/sh\nexec node ${program} "$@"\n`);
  await chmod(join(bin, 'sotacode'), 0o755);
  const path = [bin, join(here, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH];
  const env = {
    ...process.env,
    ...{ PATH: path.join(delimiter), CI: '1', NO_COLOR: '1', DO_NOT_TRACK: '1' },
    ...{ OPENAI_API_KEY: '', DATABASE_URL: '', NODE_ENV: undefined },
  };
  return (line, cwd) => measure({ command: 'sh', args: ['-c', line], cwd, env });
}
