import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import type { Identify } from './authenticator.ts';
import { tokenPrefix } from './protocol-name.ts';

const Config = Type.Object({ REALTIME_ANONYMOUS: Type.Boolean({ default: false }) });

/** Whoever may send requests may connect, by the same credential. */
const identityAuthentication: Module = async (app) => {
  const { REALTIME_ANONYMOUS } = app.config(Config);
  const { scheme } = app.identityScheme;
  const takesTokens = scheme.scheme === 'bearer';

  const hasCookie = ({ cookie = '' }: FastifyRequest['headers']) =>
    scheme.in === 'cookie' && cookie.includes(`${scheme.name}=`);

  app.realtimeServer.authenticateWith({
    handshake(request, reply): Identify {
      const { authorization } = request.headers;
      const tokens = takesTokens ? offeredTokens(request) : [];
      if (tokens.length + (authorization ? 1 : 0) > 1)
        throw app.problem(400, 'two-credentials', 'Send one token.');
      if (tokens[0]) return identifier(withToken(request, tokens[0]), reply);
      if (!authorization && !hasCookie(request.headers) && REALTIME_ANONYMOUS)
        return async () => null;
      return identifier(request, reply);
    },
    renewed: takesTokens
      ? (request, reply, token) => identifier(withToken(request, token), reply)
      : null,
  });

  /** Asks the provider again each time: it knows of sign-outs, expiry and changes of role. */
  const identifier =
    (request: FastifyRequest, reply: Parameters<typeof app.requireIdentity>[1]): Identify =>
    async () => {
      await app.requireIdentity.call(app, request, reply);
      const { userId, role } = request.identity;
      return { userId, role };
    };
};

const offeredTokens = ({ headers }: FastifyRequest): string[] =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((protocol) => protocol.trim())
    .filter((protocol) => protocol.startsWith(tokenPrefix))
    .map((protocol) => protocol.slice(tokenPrefix.length));

/** The same request as if it had come with this token as a header. */
function withToken(request: FastifyRequest, token: string): FastifyRequest {
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  return Object.create(request, { headers: { value: headers } });
}

export default fp(identityAuthentication, {
  name: 'websocket-identity-authentication',
  decorators: { fastify: ['realtimeServer', 'requireIdentity', 'identityScheme'] },
});
