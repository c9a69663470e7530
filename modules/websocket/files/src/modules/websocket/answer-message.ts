import type { FastifyInstance } from 'fastify';
import type { ClientMessage } from './client-message.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import type { Keeper } from './keeper.ts';
import type { RoomRules } from './room-rules.ts';

interface Parts {
  app: FastifyInstance;
  hub: Hub;
  rules: RoomRules;
  keeper: Keeper;
  maxRooms: number;
}
type Of<Type extends ClientMessage['type']> = Extract<ClientMessage, { type: Type }>;

/** Does what a client asks for. What it throws is the answer; else it is done. */
export function answerMessage({ app, hub, rules, keeper, maxRooms }: Parts) {
  const forbidden = () =>
    app.problem(403, 'forbidden', 'There is no such room, or you may not be in it.');

  async function join(connection: Connection, { room }: Of<'join'>) {
    if (!connection.rooms.has(room) && connection.rooms.size >= maxRooms)
      throw app.problem(429, 'too-many-rooms', `A connection is in ${maxRooms} rooms at most.`);
    await keeper.identify(connection);
    const found = rules.find(room);
    if (!found || !(await keeper.mayJoin(connection, found))) throw forbidden();
    if (connection.isOpen()) hub.join(connection, { ...found, askAt: keeper.nextAsking() });
  }

  async function send(connection: Connection, { room, name, data }: Of<'send'>) {
    await keeper.identify(connection);
    const found = connection.rooms.get(room);
    if (!found) throw app.problem(403, 'not-joined', 'Join the room first.');
    const message = found.kind.messages.get(name);
    if (!message) throw app.problem(404, 'unknown-message', 'The room takes no such message.');
    const mistake = message.mistakeIn(data);
    if (mistake) throw app.problem(400, 'validation', mistake);
    if (!(await keeper.mayJoin(connection, found))) {
      hub.dismiss(connection, room);
      throw forbidden();
    }
    await message.handle({ caller: connection.caller, params: found.params, data });
  }

  return async (connection: Connection, message: ClientMessage): Promise<void> => {
    if (message.type === 'join') await join(connection, message);
    else if (message.type === 'leave') hub.leave(connection, message.room);
    else if (message.type === 'send') await send(connection, message);
    else if (message.type === 'authenticate') await keeper.renew(connection, message.token);
  };
}
export type AnswerMessage = ReturnType<typeof answerMessage>;
