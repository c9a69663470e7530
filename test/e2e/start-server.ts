import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { plainEnv } from '../servers/run-command.ts';

export interface RunningServer {
  url: string;
  output(): string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

/** Starts a generated server as `npm start` would, on a free port, and waits until it is ready. */
export async function startServer(
  folder: string,
  env: Record<string, string>,
  port = freePort(),
): Promise<RunningServer> {
  const child = spawn('node', ['dist/server.js'], {
    cwd: folder,
    env: { ...plainEnv(), HOST: '127.0.0.1', PORT: String(port), METRICS_PORT: '0', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; child.exitCode === null && tries < 300; tries += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) break;
    await setTimeout(100);
  }
  if (child.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}

/** Above the services' ports and below those that the system hands out. */
export const freePort = () => 20_000 + Math.floor(Math.random() * 10_000);
