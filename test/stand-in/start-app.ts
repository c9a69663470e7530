import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface RunningApp {
  url: string;
  webhookUrl: string;
  /** Everything printed so far. */
  output(): string;
  /** SIGTERM, and the exit code it ends with. */
  stop(): Promise<number | null>;
  /** kill -9 */
  kill(): Promise<void>;
}

/**
 * Starts the App in a process of its own, as `npm start` does, and waits until it listens,
 * be it with the first-run page.
 * @param script another program that prints `Listening on <url>`, instead of the App
 */
export async function startApp(
  env: Record<string, string>,
  script = '../../src/index.ts',
): Promise<RunningApp> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  const url = await listening(
    () => output,
    () => child.exitCode !== null,
  );
  return {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

async function listening(output: () => string, ended: () => boolean): Promise<string> {
  for (let tries = 0; tries < 600 && !ended(); tries += 1) {
    const url = /(?:Listening on|set it up, open) (http:\/\/[^\s"/]+)/.exec(output())?.[1];
    if (url) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The App did not start:\n${output()}`);
}
