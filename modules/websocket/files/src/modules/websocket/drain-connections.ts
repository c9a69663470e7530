import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.ts';

const longestMs = 3_000;

/** Sends everybody elsewhere, and waits until they have gone and their last messages are dealt with. */
export async function drainConnections(
  connections: ReadonlySet<Connection>,
  finish: () => Promise<unknown>,
): Promise<void> {
  const timeout = new AbortController();
  for (const connection of connections) connection.close('stopping');
  const gone = async () => {
    while (connections.size > 0) await sleep(20);
    await finish();
  };
  await Promise.race([gone(), sleep(longestMs, undefined, { signal: timeout.signal })]);
  timeout.abort();
}
