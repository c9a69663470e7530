import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../e2e/start-server.ts';
import { blueprintPlan } from '../servers/blueprint-plan.ts';
import { catalogue, renderTo } from '../servers/render-to.ts';
import { plainEnv, runCommand } from '../servers/run-command.ts';

/** `npm run verify` goes all the way, `npm test` a part of it. */
export const thorough = process.env.SOTACODE_VERIFY === '1';

/** Long enough for the server; the same for all that share a database. */
export const secret = 'a secret of the faults that is long enough';

const shop = catalogue.blueprints.find(({ id }) => id === 'shop');
if (!shop) throw new Error('There is no shop blueprint.');
export const shopPlan = blueprintPlan(shop);

export const renderShop = (name: string) => renderTo(`faults/${name}`, shopPlan);

export async function buildShop(name: string): Promise<string> {
  const folder = await renderShop(name);
  const { code, output } = await runCommand(folder, 'npm run build');
  if (code !== 0) throw new Error(output);
  return folder;
}

export interface Bundle {
  url: string;
  output(): string;
  /** Resolves to the exit code, null after SIGKILL. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Starts the bundle and waits until it is ready. */
export async function startBundle(folder: string, env: Record<string, string>): Promise<Bundle> {
  const port = freePort();
  const base = {
    HOST: '127.0.0.1',
    PORT: `${port}`,
    JWT_SECRET: secret,
    RATE_LIMIT_ENABLED: 'false',
  };
  const child = spawn('node', ['dist/server.js'], {
    cwd: folder,
    env: { ...plainEnv(), ...base, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; child.exitCode === null && tries < 1200; tries += 1) {
    if ((await fetch(`${url}/health/ready`).catch(() => null))?.ok) break;
    await sleep(50);
  }
  if (child.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
  return {
    url,
    output: () => output,
    async kill(signal) {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
