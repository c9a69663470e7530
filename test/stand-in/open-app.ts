import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandIn } from './index.ts';
import { type RunningApp, startApp } from './start-app.ts';

/** GitHub's stand-in and the App, started as in production with its embedded queue and offline. */
export async function openApp(env: Record<string, string> = {}) {
  const github = await startStandIn();
  const folder = await mkdtemp(join(tmpdir(), 'sotacode-app-'));
  const data = join(folder, 'data');
  const start = async (): Promise<RunningApp> => {
    const app = await startApp({
      ...github.appEnv,
      ...{ SOTACODE_DATA: data, OPENAI_API_KEY: '', DATABASE_URL: '' },
      ...env,
    });
    github.webhookUrl = app.webhookUrl;
    return app;
  };
  const world = {
    github,
    /** For whatever must be gone after `close`. */
    folder,
    app: await start(),
    /** Throws the App's own store away and starts it anew. */
    loseDatabase: async () => {
      await world.app.stop();
      await rm(data, { recursive: true });
      world.app = await start();
    },
    close: async () => {
      await world.app.stop();
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}
