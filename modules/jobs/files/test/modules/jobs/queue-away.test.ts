import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { greetingServers, main } from './greeting-server.ts';

const { runs, serverWith } = greetingServers();

test('a queue that is away is told of once in a while, not at each look; then work goes on', async () => {
  const { greet, jobs, log } = await serverWith();
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {});
  await jobs.work();
  await main.database.query('alter schema jobs rename to jobs_away');
  try {
    await expect(greet.enqueue({ to: 'Jane' })).rejects.toThrow('jobs.');
    await eventually(() => expect(logged).toHaveBeenCalled());
    // It looks once a second.
    await sleep(2_500);
    expect(logged.mock.calls).toEqual([
      [{ err: expect.any(Error) }, 'the job queue does not get through'],
    ]);
  } finally {
    await main.database.query('alter schema jobs_away rename to jobs');
  }
  await greet.enqueue({ to: 'Jane' });
  await eventually(() => expect(runs.map(({ to }) => to)).toEqual(['Jane']));
});
