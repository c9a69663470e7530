import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pc from 'picocolors';

const commands = [
  ['npm', 'ci', '--no-audit', '--no-fund'],
  ['npm', 'run', 'typecheck'],
  ['npm', 'run', 'lint'],
  ['npm', 'test'],
  ['npm', 'run', 'build'],
] as const;

/** Does what the server's CI does, then starts it and asks whether it is ready. */
export async function verifyServer(folder: string): Promise<boolean> {
  for (const [command, ...args] of commands) {
    const { code, output, ms } = await run(folder, command, args);
    console.log(
      `${mark(code === 0)} ${[command, ...args].join(' ').padEnd(32)} ${pc.dim(`${ms} ms`)}`,
    );
    if (code !== 0) {
      console.error(output.split('\n').slice(-40).join('\n'));
      return false;
    }
  }
  return startsAndAnswers(folder);
}

interface Finished {
  code: number | null;
  output: string;
  ms: number;
}

function run(folder: string, command: string, args: readonly string[]): Promise<Finished> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env: serverEnv(folder), stdio: 'pipe' });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, output, ms: Math.round(performance.now() - from) }),
    );
  });
}

async function startsAndAnswers(folder: string): Promise<boolean> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const from = performance.now();
  const env = { ...serverEnv(folder), PORT: String(port), LOG_LEVEL: 'error' as const };
  const server = spawn('node', ['dist/server.js'], { cwd: folder, env, stdio: 'inherit' });
  const answer = await firstAnswer(`http://127.0.0.1:${port}/health/ready`, () => server.exitCode);
  console.log(
    `${mark(answer !== null)} ${'GET /health/ready'.padEnd(32)} ${answer ?? 'no answer'} ${pc.dim(`${Math.round(performance.now() - from)} ms`)}`,
  );
  server.kill('SIGTERM');
  return answer !== null;
}

async function firstAnswer(url: string, exitCode: () => number | null): Promise<string | null> {
  for (let attempt = 0; attempt < 150 && exitCode() === null; attempt++) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return `${response.status} ${await response.text()}`;
    await setTimeout(200);
  }
  return null;
}

/** The server's own Node first; none of this tool's settings. */
function serverEnv(folder: string): Record<string, string | undefined> {
  const { OPENAI_API_KEY: _, ...env } = process.env;
  return { ...env, PATH: [join(folder, 'node_modules/.bin'), env.PATH].join(delimiter) };
}

const mark = (good: boolean) => (good ? pc.green('✔') : pc.red('✘'));
