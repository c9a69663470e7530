import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { readAuthConfig } from './auth-config.ts';
import { documentSecurity } from './document-security.ts';
import { identifier } from './identify.ts';
import { requireIdentity } from './require-identity.ts';
import { SignedInSchema } from './schemas.ts';
import { sessionRoutes } from './session-routes.ts';
import { sessionStore } from './session-store.ts';
import type { Session } from './table.ts';
import { tokenReader } from './token-reader.ts';
import { tokenRoutes } from './token-routes.ts';
import { tokenSigner } from './token-signer.ts';

const authJwt: Module = async (app) => {
  const config = readAuthConfig(app);
  const sign = tokenSigner(config);
  const store = sessionStore(app.db, config);
  const people = identifier(app, tokenReader(config), {
    store,
    checkSeconds: config.SESSION_CHECK_SECONDS,
  });

  app.addSchema(SignedInSchema);
  requireIdentity(app, people);
  documentSecurity(app);

  const body = async (session: Session, refreshToken: string) => ({
    accessToken: await sign(session),
    tokenType: 'Bearer' as const,
    expiresIn: config.ACCESS_TOKEN_SECONDS,
    refreshToken,
    refreshExpiresAt: session.expiresAt.toISOString(),
  });

  app.decorate('sessions', {
    async start(reply, user, first) {
      const userAgent = reply.request.headers['user-agent']?.slice(0, 300) ?? null;
      const { session, refreshToken } = await store.start(user.id, userAgent, first);
      reply.header('cache-control', 'no-store');
      return body(session, refreshToken);
    },
    async endAll(userId, first) {
      await store.endAll(userId, first);
      people.forgetAll();
    },
  });

  await app.register(tokenRoutes, { store, forget: people.forget, body });
  await app.register(sessionRoutes, { store, forget: people.forget });
};

export default fp(authJwt, {
  name: 'auth-jwt',
  decorators: { fastify: ['config', 'db', 'problem', 'problems', 'users'] },
});
