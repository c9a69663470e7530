import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger } from 'fastify';
import type { AnswerMessage } from './answer-message.ts';
import { readClientMessage } from './client-message.ts';
import type { Connection } from './connection.ts';
import { errorFrame, type Id, okFrame } from './frames.ts';
import { inTurn } from './in-turn.ts';
import { messageAllowance } from './message-allowance.ts';

interface Parts {
  answer: AnswerMessage;
  messagesPerSecond: number;
  log: FastifyBaseLogger;
}

/** Reads what a client sends and answers it, one message after the other. Tells when all is done. */
export function serveConnection(
  socket: WebSocket,
  connection: Connection,
  { answer, messagesPerSecond, log }: Parts,
): () => Promise<void> | undefined {
  const mayGoOn = messageAllowance(messagesPerSecond);
  const messages = inTurn(socket, (text: string) => answered(text));

  async function answered(text: string) {
    const read = readClientMessage(text);
    if ('mistake' in read)
      return connection.send(errorFrame(read.id, 'invalid-message', read.mistake));
    const { id } = read.message;
    try {
      await answer(connection, read.message);
      connection.send(okFrame(id));
    } catch (error) {
      connection.send(failure(id, error));
    }
  }
  /** A problem is for the client; of anything else it learns that it happened. */
  function failure(id: Id, error: unknown): string {
    const { name, code, message } = error as Error & { code?: string };
    if (name === 'ProblemError' && code) return errorFrame(id, code, message);
    log.error({ err: error, connection: connection.id }, 'a message was not answered');
    return errorFrame(id, 'internal', 'Something went wrong.');
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!connection.isOpen()) return;
    if (isBinary) connection.close('binary');
    else if (mayGoOn()) messages.add(data.toString());
    else connection.close('tooManyMessages');
  });
  socket.on('close', messages.clear);
  return messages.done;
}
