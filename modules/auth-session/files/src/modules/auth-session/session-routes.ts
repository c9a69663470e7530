import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { SessionList, sessionParams } from './schemas.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SessionStore } from './session-store.ts';
import type { Session } from './table.ts';

interface Options {
  store: SessionStore;
  cookie: SessionCookie;
  forget(tokenHash: string): void;
}

/** Where somebody is signed in, and how to end it. */
export const sessionRoutes: FastifyPluginAsyncTypebox<Options> = async (
  app,
  { store, cookie, forget },
) => {
  const onRequest = app.requireIdentity;
  const tags = ['auth'];
  const response = { 204: Type.Null({ description: 'Done' }) };

  async function end(request: FastifyRequest, reply: FastifyReply, id: string) {
    const ended = await store.end(request.identity.userId, id);
    if (ended) forget(ended.tokenHash);
    if (id === currentSession(request)) cookie.clear(reply);
    return ended;
  }

  const logout = { operationId: 'logout', tags, summary: 'End this session', response };
  app.post('/auth/logout', { onRequest, schema: logout }, async (request, reply) => {
    await end(request, reply, currentSession(request));
    return reply.code(204).send(null);
  });

  const logoutAll = { operationId: 'logoutAll', tags, summary: 'End all my sessions', response };
  app.post('/auth/logout-all', { onRequest, schema: logoutAll }, async ({ identity }, reply) => {
    await app.sessions.endAll(identity.userId);
    cookie.clear(reply);
    return reply.code(204).send(null);
  });

  const list = {
    operationId: 'listSessions',
    tags,
    summary: 'List my sessions, last used first',
    response: { 200: SessionList },
  };
  app.get('/auth/sessions', { onRequest, schema: list }, async (request) => {
    const sessions = await store.list(request.identity.userId);
    return { items: sessions.map((session) => listed(session, currentSession(request))) };
  });

  const endSession = {
    operationId: 'endSession',
    tags,
    summary: 'End one of my sessions',
    params: sessionParams,
    response: { ...response, ...app.problems(404) },
  };
  app.delete('/auth/sessions/:id', { onRequest, schema: endSession }, async (request, reply) => {
    if (!(await end(request, reply, request.params.id.toLowerCase())))
      throw app.problem(404, 'not-found', 'You have no session with this id.');
    return reply.code(204).send(null);
  });
};

const currentSession = ({ currentSession: session }: FastifyRequest) => session?.sessionId ?? '';

const listed = (session: Session, current: string) => ({
  id: session.id,
  userAgent: session.userAgent,
  createdAt: session.createdAt.toISOString(),
  lastUsedAt: session.lastUsedAt.toISOString(),
  expiresAt: session.expiresAt.toISOString(),
  current: session.id === current,
});
