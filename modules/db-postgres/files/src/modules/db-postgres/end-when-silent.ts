import type { Socket } from 'node:net';
import type pg from 'pg';

/**
 * Ends a connection whose database has not answered a statement, nor said anything else, for so
 * long: it does not even say that the statement took too long, because the network is cut.
 * One timer per connection; with pg's own `query_timeout`, one per statement, garbage outlives
 * its time and a busy server needs twice the memory.
 */
export function endWhenSilent({ connection }: pg.Client, ms: number) {
  const socket = connection.stream as Socket;
  let answered = 0;
  connection.on('readyForQuery', () => {
    answered = socket.bytesWritten;
  });
  socket.setTimeout(ms, () => {
    const isWaiting = socket.bytesWritten > answered;
    if (isWaiting) socket.destroy(new Error('Query read timeout'));
  });
}
