import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';

const settings: NodeJS.ProcessEnv = {
  HOST: '127.0.0.1',
  PORT: '0',
  RATE_LIMIT_ENABLED: 'false',
  LOG_FORMAT: 'json',
};

function start(script: string, env: NodeJS.ProcessEnv) {
  return spawn('node', [script], { env: { ...process.env, ...settings, ...env } });
}

describe('a mistake in the environment stops the start with one sentence', () => {
  test.each([
    [{ PORT: 'many' }, 'The environment variable PORT must be integer.'],
    [{ HOST: '203.0.113.7' }, 'The environment variable HOST is no address of this machine.'],
    [{ HOST: 'no.invalid' }, 'The environment variable HOST is no address of this machine.'],
  ])(
    '%o',
    async (env, sentence) => {
      expect(await failure(env)).toEqual([1, sentence]);
    },
    60_000,
  );

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failure({ PORT: String(port) })).toEqual([
      1,
      `Something else listens on port ${port}: stop it, or set PORT to another one.`,
    ]);
    other.close();
  }, 60_000);
});

async function failure(env: NodeJS.ProcessEnv) {
  const server = start('test/modules/base/slow-server.ts', { LOG_LEVEL: 'silent', ...env });
  let said = '';
  for (const output of [server.stderr, server.stdout])
    output.on('data', (chunk) => {
      said += chunk;
    });
  const [code] = await once(server, 'exit');
  return [code, said.trim()];
}

test('lines for people are no JSON, and hold no secret either', async () => {
  const code = `
    const { serverOptions } = await import('./src/modules/base/server-options.ts');
    const { default: Fastify } = await import('fastify');
    Fastify(serverOptions(process.env)).log.info({ password: 'hunter2' }, 'hello');`;
  const { stdout } = spawn('node', ['--input-type=module', '--eval', code], {
    env: { ...process.env, LOG_FORMAT: 'pretty' as const },
  });
  let said = '';
  for await (const chunk of stdout) said += chunk;
  expect(said).toMatch(/^\[.* INFO.*: .*hello/);
  expect(said).not.toContain('hunter2');
});

test.skipIf(process.platform === 'win32')(
  'npm run dev leaves nothing behind when its shell is stopped',
  async () => {
    const env = { ...process.env, ...settings };
    // With more to do afterwards the shell stays between, as it does under npm.
    const shell = spawn(
      'sh',
      ['-c', 'node scripts/dev.ts test/modules/base/slow-server.ts; true'],
      { env },
    );
    const port = await portOf(shell);
    shell.kill('SIGTERM');
    await eventually(() =>
      expect(get(port, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' }),
    );
  },
  60_000,
);

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
