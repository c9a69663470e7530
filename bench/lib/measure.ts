import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  /** Null when it had to be stopped. */
  code: number | null;
  ms: number;
  /** Of the process and all that it started, at its highest. */
  peakMb: number;
  output: string;
}

interface Command {
  command: string;
  args: readonly string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
}

const sampleEveryMs = 20;

/** Runs a command to its end, or stops it and its children when its time is over. */
export async function measure({ command, args, cwd, env, timeoutMs }: Command): Promise<Measured> {
  const from = performance.now();
  // A group of its own, so that children that it leaves behind can be stopped with it.
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid));
  }, sampleEveryMs);
  const limit = setTimeout(() => stopGroup(child), timeoutMs ?? 300_000);
  const [code] = await once(child, 'close');
  clearInterval(sampler);
  clearTimeout(limit);
  return { code, ms: performance.now() - from, peakMb: peak / 1024 ** 2, output: output.join('') };
}

function collect(child: ChildProcess): string[] {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  return output;
}

function stopGroup({ pid }: ChildProcess): void {
  if (pid) process.kill(-pid, 'SIGKILL');
}

/** Bytes in memory of a process and its children; 0 for one that has ended. */
function treeMemory(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.map(Number).reduce((sum, each) => sum + treeMemory(each), pages * pageSize);
  } catch {
    return 0;
  }
}

const pageSize = 4096;
