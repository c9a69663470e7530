import { expect, test } from 'vitest';
import { startTestApp } from '../helpers/test-app.ts';

type Route = [method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, max: number];

/** Each of these routes takes `max` requests of a client in its window, and refuses the next. */
export function describeOwnLimits(routes: Route[]) {
  test('routes that guessers like have limits of their own', async () => {
    const app = await startTestApp({ RATE_LIMIT_ENABLED: 'true', PGLITE_DIR: 'memory://' });
    const taken = async ([method, url, max]: Route) => {
      for (let sent = 0; sent <= max; sent += 1)
        if ((await app.inject({ method, url })).statusCode === 429) return sent;
      return Number.POSITIVE_INFINITY;
    };
    for (const route of routes)
      expect([route[1], await taken(route)]).toEqual([route[1], route[2]]);
    await app.close();
  }, 60_000);
}
