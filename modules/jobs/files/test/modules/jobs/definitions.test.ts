import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { Data, greetingServers, main } from './greeting-server.ts';

const { noted, runs, serverWith } = greetingServers();

describe('a definition', () => {
  test.each(['Greet', 'failed', '', 'a b', 'x'.repeat(61)])(
    'cannot be called “%s”',
    async (name) => {
      const start = jobServer(main, ({ jobs }) => void jobs.define(name, { data: Data }, noted));
      await expect(start).rejects.toThrow('is no name for a job');
    },
  );

  test('cannot be made twice', async () => {
    const start = jobServer(main, ({ jobs }) => {
      for (let i = 0; i < 2; i++) jobs.define('greet', { data: Data }, noted);
    });
    await expect(start).rejects.toThrow('The job greet is defined twice.');
  });

  test('of a new release counts for the queue of an old one', async () => {
    await serverWith(noted, { retries: 3 });
    await serverWith(noted, { retries: 5, timeoutSeconds: 7 });
    const { rows } = await main.database.query(
      `select retry_limit, expire_seconds from jobs.queue where name = 'greet'`,
    );
    expect(rows).toEqual([{ retry_limit: 5, expire_seconds: 7 }]);
  });
});

describe('the server', () => {
  test('works once it listens, unless told otherwise', async () => {
    const { greet } = await serverWith();
    const idle = await serverWith(noted, {}, { JOBS_WORKER: 'false' });
    await idle.listen({ port: 0, host: '127.0.0.1' });
    await greet.enqueue({ to: 'Jane' });
    await sleep(1_500);
    expect(runs).toEqual([]);
    const busy = await serverWith();
    await busy.listen({ port: 0, host: '127.0.0.1' });
    await eventually(() => expect(runs).toHaveLength(1));
  });

  test('does not start without the tables of its queue, and says what to do', async () => {
    await main.database.query('alter schema jobs rename to jobs_away');
    try {
      await expect(jobServer(main, () => {})).rejects.toMatchObject({
        name: 'ConfigError',
        message:
          'The tables of the job queue are missing or of another version: run npm run migrate.',
      });
    } finally {
      await main.database.query('alter schema jobs_away rename to jobs');
    }
  });
});
