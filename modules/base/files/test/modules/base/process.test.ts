import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const settings = {
  HOST: '127.0.0.1',
  PORT: '0',
  RATE_LIMIT_ENABLED: 'false',
};

function start(script: string, env: NodeJS.ProcessEnv) {
  return spawn('node', [script], { env: { ...process.env, ...settings, ...env } });
}

test('a mistake in the environment stops the start with one sentence', async () => {
  const server = start('src/server.ts', { PORT: 'many' });
  let said = '';
  server.stderr.on('data', (chunk) => {
    said += chunk;
  });
  server.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(server, 'exit');
  expect([code, said]).toEqual([1, 'The environment variable PORT must be integer.\n']);
});

test('a stop signal under load drops no request', async () => {
  const server = start('test/modules/base/slow-server.ts', {});
  const port = await portOf(server);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });

  const answers = Array.from({ length: 20 }, () => get(port, agent));
  await new Promise((resolve) => setTimeout(resolve, 150));
  server.kill('SIGTERM');
  expect(await Promise.all(answers)).toEqual(answers.map(() => ({ status: 200, done: true })));

  const [code] = await once(server, 'exit');
  expect(code).toBe(0);
  await expect(get(port, agent)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
}, 60_000);

async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) throw new Error('the server has no output');
  for await (const line of createInterface(stdout)) {
    const port = /listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port) {
      stdout.resume();
      return Number(port);
    }
  }
  throw new Error('the server ended before it listened');
}

async function get(port: number, agent: Agent) {
  const sent = request({ port, agent, path: '/slow', host: '127.0.0.1' }).end();
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, ...JSON.parse(text) };
}
