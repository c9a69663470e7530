import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { ownPostgres } from '../../helpers/own-postgres.ts';

const run = promisify(execFile);
const postgres = await ownPostgres();
afterAll(() => postgres?.drop());

async function firstWords(worker: ChildProcess, words: string) {
  let said = '';
  for await (const chunk of worker.stdout ?? []) {
    said += chunk;
    if (said.includes(words)) break;
  }
  return said;
}

describe('npm run worker', () => {
  test('works without listening, until it is told to stop', async () => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      DATABASE_URL: postgres?.url ?? '',
      PGLITE_DIR: 'memory://',
    };
    const worker = spawn('node', ['src/commands/worker.ts'], { env });
    const said = await firstWords(worker, '"msg":"working"');
    expect(said).toContain('working');
    expect(said).not.toContain('listening');
    worker.kill('SIGTERM');
    expect(await once(worker, 'exit')).toEqual([0, null]);
  }, 60_000);

  test('says in one sentence what is wrong', async () => {
    const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    await expect(run('node', ['src/commands/worker.ts'], { env })).rejects.toMatchObject({
      code: 1,
      stderr: 'The server cannot connect to DATABASE_URL: nothing listens at its host and port.\n',
    });
  }, 60_000);
});

test.skipIf(!postgres)(
  'npm run migrate makes the tables of the queue, too; until then nothing starts without them',
  async () => {
    const other = await ownPostgres();
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      LOG_LEVEL: 'silent',
      DATABASE_URL: other?.url,
      MIGRATE_ON_START: 'false',
    };
    await expect(run('node', ['src/commands/worker.ts'], { env })).rejects.toMatchObject({
      stderr: expect.stringMatching(/run npm run migrate/),
    });
    await run('node', ['src/commands/migrate-status.ts'], { env });
    await run('node', ['src/commands/migrate.ts'], { env });
    env.LOG_LEVEL = 'info';
    const worker = spawn('node', ['src/commands/worker.ts'], { env });
    expect(await firstWords(worker, 'working')).toContain('working');
    worker.kill('SIGTERM');
    expect(await once(worker, 'exit')).toEqual([0, null]);
    await other?.drop();
  },
  90_000,
);
