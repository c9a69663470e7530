import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Running } from './start-server.ts';

export interface Measurement {
  requestsPerSecond: number;
  cpuMicroseconds: number;
}

export type Scenario = 'list' | 'create';

const requestOf = (scenario: Scenario, token: string) =>
  scenario === 'list'
    ? { method: 'GET' }
    : {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'A chair',
          description: 'Made of oak, with a seat of woven cord.',
          priceAmount: 24_900,
          priceCurrency: 'EUR',
          stock: 12,
        }),
      };

/** Requests per second of a server under load, and the processor time that each of them cost it. */
export async function measure(
  server: Running,
  scenario: Scenario,
  { token, seconds }: { token: string; seconds: number },
): Promise<Measurement> {
  const options = {
    url: `${server.url}/products`,
    connections: 20,
    duration: seconds,
    ...requestOf(scenario, token),
  };
  const before = server.cpuSeconds();
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'load.ts'),
    JSON.stringify(options),
  ]);
  const cpu = server.cpuSeconds() - before;
  const { total, failed, duration } = JSON.parse(stdout);
  if (failed > 0) throw new Error(`${failed} of ${total} requests to ${server.url} failed.`);
  return { requestsPerSecond: total / duration, cpuMicroseconds: (cpu / total) * 1e6 };
}
