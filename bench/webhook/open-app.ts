import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandIn } from '../../test/stand-in/index.ts';
import { startApp } from '../../test/stand-in/start-app.ts';

/** GitHub's stand-in and the App in a process of its own, with its embedded queue. */
export async function openApp() {
  const github = await startStandIn();
  const data = await mkdtemp(join(tmpdir(), 'bench-webhook-'));
  const app = await startApp({
    ...github.appEnv,
    ...{ SOTACODE_DATA: data, OPENAI_API_KEY: '', DATABASE_URL: '' },
  });
  github.webhookUrl = app.webhookUrl;
  return {
    github,
    close: async () => {
      await app.stop();
      await github.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
