import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../contracts/realtime.ts';

/** Who it is now: rejects with a problem once that credential is worth nothing any more. */
export type Identify = () => Promise<Caller>;

/** How clients prove who they are. */
export interface Authenticator {
  handshake(request: FastifyRequest, reply: FastifyReply): Identify;
  /** The same client with a newer token; null where there are no tokens. */
  renewed: ((request: FastifyRequest, reply: FastifyReply, token: string) => Identify) | null;
}

/** A server without accounts knows nobody. */
export const everybody: Authenticator = {
  handshake: () => async () => null,
  renewed: null,
};
