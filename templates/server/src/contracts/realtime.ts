import type { Static, TObject } from 'typebox';

/** Who is at the other end of a connection; null for somebody who is not signed in. */
export type Caller = { userId: string; role: 'member' | 'admin' } | null;

/** `orders/:id` -> `{ id: string }` */
export type RoomParams<Pattern extends string> = Pattern extends `${infer First}/${infer Rest}`
  ? RoomParams<First> & RoomParams<Rest>
  : Pattern extends `:${infer Name}`
    ? Record<Name, string>
    : unknown;

export interface RoomRule<Params> {
  /** Asked when somebody joins, before each message of theirs, and every few minutes. */
  mayJoin(caller: Caller, params: Params): boolean | Promise<boolean>;
}

export interface RealtimeEvent {
  /** For example `order-shipped`. */
  name: string;
  /** Becomes JSON, of 64 KB at most. */
  data: unknown;
}

export interface RoomMessage<Params, Data> {
  caller: Caller;
  params: Params;
  data: Data;
}

/** Rooms of one kind. */
export interface Room<Params> {
  /** Sends an event to everybody in the room, in every process. Call it after the commit. */
  publish(params: Params, event: RealtimeEvent): void;
  /** Makes somebody leave the room, wherever they are connected: `mayJoin` would refuse them now. */
  expel(params: Params, userId: string): void;
  /** Takes a kind of message from those in the room. A problem that is thrown is what they get. */
  onMessage<Data extends TObject>(
    name: string,
    data: Data,
    handle: (message: RoomMessage<Params, NoInfer<Static<Data>>>) => void | Promise<void>,
  ): void;
}

export interface Realtime {
  /**
   * Opens rooms to clients, with the rule of who may join them. Parameters take letters, digits,
   * `_` and `-`. What no pattern allows, nobody joins.
   */
  room<Pattern extends string>(
    pattern: Pattern,
    rule: RoomRule<RoomParams<Pattern>>,
  ): Room<RoomParams<Pattern>>;
  /** The same as `publish` of a room, by its name: `orders/42`. */
  publish(room: string, event: RealtimeEvent): void;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Events to clients that listen, once at most: who was away loads anew what has changed. */
    realtime: Realtime;
  }
}
