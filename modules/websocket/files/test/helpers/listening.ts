import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { addressOf } from './address-of.ts';

/** Where a test server can be connected to. It is not told that it listens: nothing else begins. */
export async function listening(app: FastifyInstance): Promise<string> {
  if (!app.server.listening) {
    app.server.listen(0, '127.0.0.1').unref();
    await once(app.server, 'listening');
  }
  return addressOf(app);
}
