import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../contracts/realtime.ts';
import type { Admit } from './admission.ts';
import type { Authenticator, Identify } from './authenticator.ts';
import { isWelcome } from './is-welcome.ts';

/** Somebody who may connect. */
export interface Admitted {
  caller: Caller;
  identify: Identify;
  renewed: ((token: string) => Identify) | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    admitted: Admitted | null;
  }
}

interface Parts {
  admit: Admit;
  authenticator: () => Authenticator;
  isDraining: () => boolean;
  origins: readonly string[];
}

/** The `onRequest` hook of the handshake: whoever is not welcome gets an answer as to any request. */
export function admitHandshake(
  app: FastifyInstance,
  { admit, authenticator, isDraining, origins }: Parts,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!request.ws) {
      reply.header('upgrade', 'websocket');
      throw app.problem(426, 'upgrade-required', 'Connect with a WebSocket client.');
    }
    if (isDraining()) throw app.problem(503, 'stopping', 'This server stops. Connect again.');
    if (!isWelcome(request, origins))
      throw app.problem(403, 'other-origin', 'Pages of this origin may not connect.');
    const { handshake, renewed } = authenticator();
    const identify = handshake(request, reply);
    const caller = await identify();
    const { socket } = request.raw;
    const free = admit(caller, request.ip);
    // Whatever becomes of the handshake, its place is free when the socket has gone.
    if (socket.destroyed) free();
    else socket.once('close', free);
    request.admitted = {
      caller,
      identify,
      renewed: renewed && ((token) => renewed(request, reply, token)),
    };
  };
}
