import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from './contenders.ts';

export interface Running {
  url: string;
  /** From spawning to the first 200 of /health/ready. */
  startMs: number;
  /** Processor time of the same; in a busy machine it tells more. */
  startCpuMs: number;
  /** Processor time of all its threads since the start. */
  cpuSeconds(): number;
  rssMb(): number;
  stop(): Promise<void>;
}

const environment = (databaseUrl: string, port: number) => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: String(port),
  DATABASE_URL: databaseUrl,
  JWT_SECRET: 'a secret for the bench that is long enough',
  ACCESS_TOKEN_SECONDS: '3600',
  CORS_ORIGINS: 'https://shop.example.com',
  RATE_LIMIT_MAX: '1000000000',
});

/** Log lines of every contender go to /dev/null. */
export async function startServer(
  { args, env }: Pick<Contender, 'args' | 'env'>,
  databaseUrl: string,
  port: number,
): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...environment(databaseUrl, port), ...env },
    stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit'],
  });
  // Also when the bench itself fails.
  const kill = () => child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const url = `http://127.0.0.1:${port}`;
  while ((await statusOf(`${url}/health/ready`)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${args.at(-1)} ended before it was ready.`);
    await sleep(2);
  }
  const startMs = performance.now() - started;
  return {
    url,
    startMs,
    startCpuMs: cpuSeconds(child.pid) * 1000,
    cpuSeconds: () => cpuSeconds(child.pid),
    rssMb: () => rssMb(child.pid),
    stop: () => stop(child),
  };
}

const statusOf = (url: string) =>
  new Promise<number>((resolve) => {
    const probe = request(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    probe.on('error', () => resolve(0)).end();
  });

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Linux counts in hundredths of a second. */
function cpuSeconds(pid = 0) {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function rssMb(pid = 0) {
  const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}
