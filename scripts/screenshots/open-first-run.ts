import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const app = join(import.meta.dirname, '../../src/index.ts');
const unknownToGitHub = {
  ...{ APP_ID: '', PRIVATE_KEY: '', PRIVATE_KEY_PATH: '', WEBHOOK_SECRET: '', GHE_HOST: '' },
  ...{ SOTACODE_DATA: '', SOTACODE_URL: '', HOST: '127.0.0.1', PORT: '0' },
};

/** The App as it starts in a folder without keys: its first-run page, at the link that its log gives. */
export async function openFirstRun() {
  const cwd = await mkdtemp(join(tmpdir(), 'first-run-'));
  const env = { ...process.env, ...unknownToGitHub };
  const child = spawn(process.execPath, [app], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await linkIn(child.stdout);
  return {
    url: `${url}&address=https://sotacode.example.com`,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
      await rm(cwd, { recursive: true });
    },
  };
}

async function linkIn(log: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of log) {
    text += chunk;
    const link = /open (\S+)\n/.exec(text)?.[1];
    if (link) return link;
  }
  throw new Error(`The App printed no link:\n${text}`);
}
