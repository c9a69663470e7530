import Type, { type Static } from 'typebox';
import type { Id } from './frames.ts';
import { mistakeIn } from './mistake-in.ts';

const id = Type.Optional(
  Type.Union([Type.String({ maxLength: 64 }), Type.Integer({ minimum: 0 })]),
);
const room = Type.String({ minLength: 1, maxLength: 300 });
const name = Type.String({ minLength: 1, maxLength: 64 });
const closed = { additionalProperties: false };

const Join = Type.Object({ type: Type.Literal('join'), id, room }, closed);
const Leave = Type.Object({ type: Type.Literal('leave'), id, room }, closed);
const Send = Type.Object(
  { type: Type.Literal('send'), id, room, name, data: Type.Record(Type.String(), Type.Unknown()) },
  closed,
);
const Authenticate = Type.Object(
  { type: Type.Literal('authenticate'), id, token: Type.String({ minLength: 1, maxLength: 8192 }) },
  closed,
);
const Ping = Type.Object({ type: Type.Literal('ping'), id }, closed);

export type ClientMessage =
  | Static<typeof Join>
  | Static<typeof Leave>
  | Static<typeof Send>
  | Static<typeof Authenticate>
  | Static<typeof Ping>;

const mistakeInId = mistakeIn(Type.Object({ id }));
const checks = new Map(
  Object.entries({
    join: Join,
    leave: Leave,
    send: Send,
    authenticate: Authenticate,
    ping: Ping,
  }).map(([type, schema]) => [type, mistakeIn(schema)] as const),
);

export type Read = { message: ClientMessage } | { mistake: string; id: Id };

/** Reads what a client sent; what is not as it should be is said in words. */
export function readClientMessage(text: string): Read {
  const value = parse(text);
  if (typeof value !== 'object' || value === null)
    return { mistake: 'A message is an object in JSON.', id: undefined };
  const given = mistakeInId(value) ? undefined : (value as { id?: Id }).id;
  const check = checks.get(String(Reflect.get(value, 'type')));
  if (!check) return { mistake: `Its type is one of ${[...checks.keys()].join(', ')}.`, id: given };
  const mistake = check(value);
  return mistake ? { mistake, id: given } : { message: value as ClientMessage };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
