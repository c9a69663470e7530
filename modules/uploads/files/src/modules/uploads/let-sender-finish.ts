import type { IncomingMessage } from 'node:http';

/** Clients that still send do not read. */
const graceMs = 5_000;

/** Takes in the rest of a refused upload for a moment, so that its sender gets to see the answer. */
export function letSenderFinish(request: IncomingMessage) {
  request.unpipe();
  request.resume();
  const timer = setTimeout(() => request.complete || request.destroy(), graceMs);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}
