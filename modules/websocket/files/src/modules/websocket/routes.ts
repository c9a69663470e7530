import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { closeCodes } from './close-codes.ts';
import { protocolName } from './protocol-name.ts';
import { takeUpgrades } from './take-upgrades.ts';

interface Options {
  maxMessageBytes: number;
  admit: onRequestAsyncHookHandler;
  open(socket: WebSocket, request: FastifyRequest): void;
  /** Begins to end all connections. */
  drain(): void;
}

const path = '/realtime';
/** A client that does not answer the close of its connection is cut off. */
const closeTimeout = 2_000;

/** In a scope of its own: the plugin would look after all routes that come after it. */
export async function realtimeRoutes(
  app: FastifyInstance,
  { maxMessageBytes, admit, open, drain }: Options,
) {
  takeUpgrades(app, path);
  const options = {
    closeTimeout,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    // Never the one that carries a token.
    handleProtocols: (offered: Set<string>) => offered.has(protocolName) && protocolName,
  };
  await app.register(websocket, {
    options,
    preClose: async () => drain(),
    // Frames and networks that break have ended the connection, with a code where there is one.
    errorHandler: (err, socket) => {
      app.log.debug({ err }, 'a connection broke');
      socket.close(closeCodes.failed);
    },
  });
  // OpenAPI has no words for a conversation: README has the protocol.
  app.get(path, { websocket: true, onRequest: admit }, open);
}
