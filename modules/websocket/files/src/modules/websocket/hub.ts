import type { Connection, Membership } from './connection.ts';
import { leftFrame } from './frames.ts';

/** The connections of this process, and the rooms that they are in. */
export function hub() {
  const connections = new Set<Connection>();
  const rooms = new Map<string, Set<Connection>>();

  function leave(connection: Connection, room: string) {
    const members = rooms.get(room);
    members?.delete(connection);
    if (members?.size === 0) rooms.delete(room);
    connection.rooms.delete(room);
  }
  function dismiss(connection: Connection, room: string) {
    leave(connection, room);
    connection.send(leftFrame(room));
  }
  return {
    connections,
    leave,
    /** Makes a connection leave, and tells it. */
    dismiss,
    join(connection: Connection, membership: Membership) {
      const { name } = membership;
      connection.rooms.set(name, membership);
      rooms.set(name, (rooms.get(name) ?? new Set()).add(connection));
    },
    /** Nothing is left of it. */
    forget(connection: Connection) {
      for (const room of connection.rooms.keys()) leave(connection, room);
      connections.delete(connection);
    },
    /** How many it was sent to. */
    deliver(room: string, frame: Buffer): number {
      const members = rooms.get(room);
      for (const connection of members ?? []) connection.send(frame);
      return members?.size ?? 0;
    },
    expel(room: string, userId: string) {
      for (const connection of connections) {
        if (connection.caller?.userId !== userId) continue;
        // A rule that is being asked may have looked just before it changed.
        if (connection.joining === room) connection.joining = null;
        if (connection.rooms.has(room)) dismiss(connection, room);
      }
    },
    sendToAll(frame: Buffer) {
      for (const connection of connections) connection.send(frame);
    },
  };
}
export type Hub = ReturnType<typeof hub>;
