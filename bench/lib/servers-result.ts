import type { Row } from '../servers/summarize.ts';
import type { Result } from './result.ts';

/** What bench/servers writes. */
export interface ServersResult {
  command: string;
  machine: Result['machine'] & { postgres: string };
  rounds: number;
  seconds: number;
  overStock: Record<'list' | 'create', { requests: number; cpu: number }>;
  rows: Row[];
}

export const serversTable = (servers: ServersResult): Result => ({
  ...servers,
  title: 'Generated server',
  columns: [
    ...['server', 'list, requests/s', 'of bare', 'list, CPU µs', 'create, requests/s', 'of bare'],
    ...['create, CPU µs', 'start, ms', 'memory, MB'],
  ],
  rows: servers.rows.map(({ title, list, create, startMs, rssMb }) => [
    title,
    ...[list, create].flatMap((each) => [
      each.requestsPerSecond,
      each.ofBare,
      each.cpuMicroseconds,
    ]),
    startMs,
    rssMb,
  ]),
  notes: [
    `Median of ${servers.rounds} rounds of ${servers.seconds} s in turns, over PostgreSQL ${servers.machine.postgres}. “Of bare” is the share of the requests that the bare server answers.`,
    `While the server with stock plugins answers one request, the generated one answers ${servers.overStock.list.requests} (list) and ${servers.overStock.create.requests} (create).`,
  ],
});
