import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'scripts/judges/node_modules/verdaccio/bin/verdaccio');
const run = promisify(execFile);

/** npm's registry on this machine, with nothing in it and nothing behind it. */
export async function startRegistry() {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await writeFile(join(folder, 'config.json'), JSON.stringify(configuration(folder)));
  const child = spawn(
    process.execPath,
    [program, '--config', join(folder, 'config.json'), '--listen', `127.0.0.1:${port}`],
    { stdio: 'ignore', cwd: folder },
  );
  await answers(`${url}-/ping`);
  const userConfig = join(folder, '.npmrc');
  await writeFile(userConfig, `//127.0.0.1:${port}/:_authToken=${await signUp(url)}\n`);
  return {
    url,
    publish: (path: string) =>
      run('npm', ['publish', '--registry', url, '--userconfig', userConfig], { cwd: path }),
    async stop() {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (folder: string) => ({
  storage: join(folder, 'storage'),
  auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 10 } },
  packages: { '**': { access: '$all', publish: '$authenticated' } },
  log: { type: 'stdout', level: 'fatal' },
});

async function signUp(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:tester`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'tester', password: 'tester-tester' }),
  });
  return ((await response.json()) as { token: string }).token;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const up = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}: npm run tools installs the registry.`);
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
