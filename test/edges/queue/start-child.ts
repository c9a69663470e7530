import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Child {
  /** Resolves with everything printed so far once `text` was printed. */
  printed(text: string): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts `queue-child.ts` in a process of its own. */
export function startChild(env: Record<string, string>): Child {
  const script = fileURLToPath(new URL('./queue-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...env } });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return { printed: (text) => waitFor(child, text, () => output), kill: kill(child) };
}

const kill = (child: ChildProcess) => async (signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
};

async function waitFor(child: ChildProcess, text: string, output: () => string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (output().includes(text)) return output();
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The child never printed "${text}":\n${output()}`);
}
