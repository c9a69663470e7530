import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Only a WebSocket handshake at this address is an upgrade. All other requests that offer one, as
 * HTTP clients do with `Upgrade: h2c`, are answered as if they had not.
 */
export function takeUpgrades(app: FastifyInstance, path: string) {
  const shouldUpgradeCallback = ({ headers, url = '' }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === 'websocket' && url.split('?', 1)[0] === path;
  // An option of node:http, which the server has been given without.
  Object.assign(app.server, { shouldUpgradeCallback });
}
