import type { Authenticator } from './authenticator.ts';

/** What happens to connections and events, for those who count it. */
export interface Observer {
  onOpen(): void;
  onClose(code: number): void;
  /** An event went to so many connections of this process. */
  onDeliver(connections: number): void;
  /** An event of this process did not reach the others. */
  onLoss(): void;
}

/** For the other parts of this module. */
export interface RealtimeServer {
  /** Call it while the server is being built. */
  authenticateWith(authenticator: Authenticator): void;
  observe(observer: Observer): void;
  /** How many there are in this process. */
  connections(): number;
  /** Looks now whether a user's connections are still welcome where they are. */
  recheck(userId: string): void;
}

declare module 'fastify' {
  interface FastifyInstance {
    realtimeServer: RealtimeServer;
  }
}
