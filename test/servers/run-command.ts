import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Finished {
  code: number | null;
  output: string;
}

/**
 * Runs a shell command in a folder, with this repository's Node first on the path.
 * Variables that name services or this test run are taken out, then `env` is laid over.
 */
export async function runCommand(
  folder: string,
  command: string,
  env: Record<string, string> = {},
): Promise<Finished> {
  const finished = await runOnce(folder, command, env);
  if (!hasNodeCrashed(finished)) return finished;
  console.warn(`Node crashed, so it is run again: ${command}`);
  return runOnce(folder, command, env);
}

/** Node dies now and then where PGlite's WebAssembly is freed: github.com/nodejs/node/issues/64500 */
const hasNodeCrashed = ({ output }: Finished) => output.includes('Check failed: jit_page_');

function runOnce(folder: string, command: string, env: Record<string, string>): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-e', '-c', command], {
      cwd: folder,
      env: { ...plainEnv(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The environment of a shell in which nothing of this repository is running. */
export function plainEnv(): Record<string, string> {
  const foreign =
    /^(npm_|VITEST|NODE_ENV$|DATABASE_URL$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !foreign.test(entry[0]),
  );
  const env = Object.fromEntries(kept);
  return { ...env, PATH: [join(root, 'node_modules/.bin'), env.PATH].join(delimiter) };
}
