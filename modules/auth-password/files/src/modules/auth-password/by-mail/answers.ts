import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';

export const Accepted = Type.Object(
  { message: Type.String() },
  { description: 'The same whether or not the address has an account.' },
);

export const noContent = Type.Null({ description: 'Done' });

/** The answer to a request whose work goes on after it. */
export function acceptedWhen(started: boolean, app: FastifyInstance, reply: FastifyReply) {
  if (!started) throw app.problem(503, 'busy', 'Too much to do at the moment. Try again soon.');
  return reply.code(202).send({ message: 'If this address can be used, a mail is on its way.' });
}
