import type { Caller, RealtimeEvent } from '../../contracts/realtime.ts';

const maxEventBytes = 65_536;
const eventName = /^[a-zA-Z][\w.-]{0,79}$/;

export const readyFrame = (connectionId: string, caller: Caller) =>
  JSON.stringify({ type: 'ready', connectionId, userId: caller?.userId ?? null });

export const okFrame = (id: Id) => JSON.stringify({ type: 'ok', id });

export const errorFrame = (id: Id, code: string, detail: string) =>
  JSON.stringify({ type: 'error', id, code, detail });

export const leftFrame = (room: string) => JSON.stringify({ type: 'left', room });

export const resyncFrame = () => JSON.stringify({ type: 'resync' });

/** Throws when it could not be sent: that is a mistake of the server's own code. */
export function eventFrame(room: string, { name, data }: RealtimeEvent): string {
  if (!eventName.test(name)) throw new TypeError(`“${name}” is no name of an event.`);
  const text = JSON.stringify({ type: 'event', room, name, data: data ?? null });
  if (Buffer.byteLength(text) > maxEventBytes)
    throw new RangeError(
      `The event ${name} has more than ${maxEventBytes} bytes: send ids, and let clients load the rest.`,
    );
  return text;
}

/** What a client calls its message, to know the answer by. */
export type Id = string | number | undefined;
