import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { type StandIn, startStandIn } from '../../stand-in/index.ts';
import { type RunningApp, startApp } from '../../stand-in/start-app.ts';

const run = promisify(execFile);

/** A stand-in GitHub with three people, and the App with a fake build. */
export async function openScene() {
  const github: StandIn = await startStandIn();
  const data = await mkdtemp(join(tmpdir(), 'sotacode-app-'));
  const env = { ...github.appEnv, SOTACODE_DATA: data };
  const start = async (): Promise<RunningApp> => {
    const running = await startApp(env, '../edges/github/fake-app.ts');
    github.webhookUrl = running.webhookUrl;
    return running;
  };
  const scene = {
    github,
    app: await start(),
    restart: async () => {
      scene.app = await start();
    },
    close: async () => {
      await scene.app.stop();
      await github.close();
      await rm(data, { recursive: true, force: true });
    },
  };
  return scene;
}
export type Scene = Awaited<ReturnType<typeof openScene>>;

/** A repository of its own for a test; Ann may write to it, Bob may read. */
export async function addShop(github: StandIn, name: string, files?: Record<string, string>) {
  const repository = await github.addRepository({ name, ...(files ? { files } : {}) });
  github.addUser('ann', { [name]: 'write' });
  github.addUser('bob', { [name]: 'read' });
  github.addUser('robot[bot]', {}, 'Bot');
  return repository;
}

export const until = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 40_000, interval: 100 });

/** Long enough for a job that should not be there to show itself. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 2500));

/** A file of a branch, from a fresh clone by git. */
export async function cloned(github: StandIn, repo: string, branch: string, path: string) {
  const folder = await mkdtemp(join(tmpdir(), 'clone-'));
  try {
    const args = ['clone', '--quiet', '--branch', branch, github.cloneUrl(repo), folder];
    await run('git', args);
    return await readFile(join(folder, path), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
