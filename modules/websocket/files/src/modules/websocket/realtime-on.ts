import { Value } from 'typebox/value';
import type { Realtime, RealtimeEvent, Room } from '../../contracts/realtime.ts';
import type { FanOut } from './fan-out.ts';
import { eventFrame } from './frames.ts';
import type { Hub } from './hub.ts';
import { mistakeIn } from './mistake-in.ts';
import { nameOf, type Params } from './room-pattern.ts';
import type { RoomKind, RoomRules } from './room-rules.ts';

interface Parts {
  hub: Hub;
  rules: RoomRules;
  fanOut: FanOut;
  onDeliver(connections: number): void;
}

/** What the rest of the server calls. */
export function realtimeOn({ hub, rules, fanOut, onDeliver }: Parts): Realtime {
  const known = (room: string) => {
    if (!rules.find(room)) throw new TypeError(`No pattern of rooms fits “${room}”.`);
    return room;
  };
  function publish(room: string, event: RealtimeEvent) {
    const text = eventFrame(known(room), event);
    onDeliver(hub.deliver(room, Buffer.from(text)));
    fanOut.tell({ kind: 'event', room, text });
  }
  function expel(room: string, userId: string) {
    hub.expel(known(room), userId);
    fanOut.tell({ kind: 'expel', room, text: userId });
  }
  const roomOf = ({ parts, messages }: RoomKind): Room<Params> => ({
    publish: (params, event) => publish(nameOf(parts, params), event),
    expel: (params, userId) => expel(nameOf(parts, params), userId),
    onMessage(name, data, handle) {
      if (messages.has(name)) throw new Error(`The message ${name} is taken twice.`);
      messages.set(name, {
        mistakeIn: mistakeIn(data),
        // Only what the schema names: the rest nobody has checked.
        handle: (message) => handle({ ...message, data: Value.Clean(data, message.data) as never }),
      });
    },
  });
  return {
    publish,
    room: (pattern, { mayJoin }) =>
      roomOf(rules.add(pattern, mayJoin as RoomKind['mayJoin'])) as Room<never>,
  };
}
