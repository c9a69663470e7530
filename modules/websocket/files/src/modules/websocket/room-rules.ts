import type { Caller, RoomMessage } from '../../contracts/realtime.ts';
import { matchRoom, overlap, type Params, parsePattern } from './room-pattern.ts';

export interface MessageKind {
  mistakeIn(data: unknown): string | undefined;
  handle(message: RoomMessage<Params, unknown>): void | Promise<void>;
}

export interface RoomKind {
  parts: readonly string[];
  mayJoin(caller: Caller, params: Params): boolean | Promise<boolean>;
  messages: Map<string, MessageKind>;
}

export interface FoundRoom {
  name: string;
  kind: RoomKind;
  params: Params;
}

/** The kinds of rooms that there are. */
export function roomRules() {
  const kinds: RoomKind[] = [];
  return {
    add(pattern: string, mayJoin: RoomKind['mayJoin']): RoomKind {
      const kind = { parts: parsePattern(pattern), mayJoin, messages: new Map() };
      const other = kinds.find(({ parts }) => overlap(parts, kind.parts));
      if (other) throw new Error(`The rooms ${pattern} and ${other.parts.join('/')} overlap.`);
      kinds.push(kind);
      return kind;
    },
    find(name: string): FoundRoom | null {
      for (const kind of kinds) {
        const params = matchRoom(kind.parts, name);
        if (params) return { name, kind, params };
      }
      return null;
    },
  };
}
export type RoomRules = ReturnType<typeof roomRules>;
