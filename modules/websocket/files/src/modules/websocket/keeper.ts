import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../contracts/realtime.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import type { FoundRoom } from './room-rules.ts';

/** Sees to it that clients are who they were, and only where they may be. */
export function keeper(app: FastifyInstance, hub: Hub, roomCheckSeconds: number) {
  const nextAsking = () => Date.now() + roomCheckSeconds * 1000;
  const otherUser = () =>
    app.problem(403, 'other-user', 'A connection belongs to one user: open another one.');

  /** Rejects, and ends the connection, when its user is signed out. */
  async function identify(connection: Connection): Promise<void> {
    try {
      take(connection, await connection.identify());
    } catch (error) {
      if (statusOf(error) < 500) connection.close('signedOut');
      throw error;
    }
  }
  function take(connection: Connection, caller: Caller) {
    const { caller: before } = connection;
    if (caller?.userId !== before?.userId) throw otherUser();
    connection.caller = caller;
    // Another role may be let into other rooms.
    if (caller?.role !== before?.role)
      for (const membership of connection.rooms.values()) membership.askAt = 0;
  }

  return {
    nextAsking,
    identify,
    async renew(connection: Connection, token: string): Promise<void> {
      const renewed = connection.renewed?.(token);
      if (!renewed) throw app.problem(400, 'no-tokens', 'This server knows no tokens.');
      take(connection, await renewed());
      connection.identify = renewed;
    },
    /** Asks until no word has come meanwhile that the answer is another now. */
    async mayJoin(connection: Connection, { name, kind, params }: FoundRoom): Promise<boolean> {
      let allowed: boolean;
      do {
        connection.joining = name;
        allowed = await kind.mayJoin(connection.caller, params);
      } while (allowed && connection.joining !== name);
      connection.joining = null;
      return allowed;
    },
    /** While nobody can tell, because the database is away say, all stays as it is. */
    async check(connection: Connection): Promise<void> {
      await identify(connection);
      for (const membership of [...connection.rooms.values()]) {
        if (Date.now() < membership.askAt || !connection.isOpen()) continue;
        const allowed = await membership.kind.mayJoin(connection.caller, membership.params);
        if (allowed) membership.askAt = nextAsking();
        else if (connection.rooms.has(membership.name)) hub.dismiss(connection, membership.name);
      }
    },
  };
}
export type Keeper = ReturnType<typeof keeper>;

const statusOf = (error: unknown) => (error as { statusCode?: number }).statusCode ?? 500;
