import { randomUUID } from 'node:crypto';
import type { WebSocket } from '@fastify/websocket';
import type { Caller } from '../../contracts/realtime.ts';
import type { Identify } from './authenticator.ts';
import { type CloseReason, closeCodes } from './close-codes.ts';
import type { FoundRoom } from './room-rules.ts';

/** A room that a connection is in. */
export interface Membership extends FoundRoom {
  /** When to ask again whether it may be. */
  askAt: number;
}

export interface Connection {
  id: string;
  caller: Caller;
  identify: Identify;
  /** The same client with a newer token. */
  renewed: ((token: string) => Identify) | null;
  /** When to see again who it is. */
  checkAt: number;
  rooms: Map<string, Membership>;
  /** The room whose rule is being asked. */
  joining: string | null;
  /** Why the server has ended it. */
  endedWith: number | null;
  isOpen(): boolean;
  send(frame: string | Buffer): void;
  close(reason: CloseReason): void;
}

interface Parts {
  caller: Caller;
  identify: Identify;
  renewed: Connection['renewed'];
  maxBufferedBytes: number;
}

/** A client, as the rest of the server sees it. */
export function connectionOn(socket: WebSocket, parts: Parts): Connection {
  const connection: Connection = {
    id: randomUUID(),
    caller: parts.caller,
    identify: parts.identify,
    renewed: parts.renewed,
    checkAt: 0,
    rooms: new Map(),
    joining: null,
    endedWith: null,
    isOpen: () => socket.readyState === socket.OPEN,
    close(reason) {
      connection.endedWith ??= closeCodes[reason];
      socket.close(closeCodes[reason], reason);
    },
    send(frame) {
      if (!connection.isOpen()) return;
      // What one client does not read must not fill the memory of all.
      if (socket.bufferedAmount > parts.maxBufferedBytes) connection.close('tooSlow');
      // Whatever it fails with, the connection has ended.
      else socket.send(frame, { binary: false }, () => {});
    },
  };
  return connection;
}
