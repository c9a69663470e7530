import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { csrfGuard } from './csrf-guard.ts';
import { csrfRoute } from './csrf-route.ts';
import { documentSecurity } from './document-security.ts';
import { identifier } from './identify.ts';
import { requireIdentity } from './require-identity.ts';
import { SignedInSchema } from './schemas.ts';
import { SessionConfig } from './session-config.ts';
import { sessionCookie } from './session-cookie.ts';
import { sessionRoutes } from './session-routes.ts';
import { sessionStore } from './session-store.ts';
import { sessions } from './sessions.ts';

const authSession: Module = async (app, { env }) => {
  const config = app.config(SessionConfig);
  const origins = config.SESSION_ORIGINS ? config.SESSION_ORIGINS.split(',') : [];
  const cookie = sessionCookie(env.NODE_ENV === 'production');
  const store = sessionStore(app.db, config);
  const people = identifier(app, store, config.SESSION_CHECK_SECONDS);

  app.addSchema(SignedInSchema);
  requireIdentity(app, cookie, people);
  documentSecurity(app, cookie.name);
  csrfGuard(app, { cookie, people, origins });
  app.decorate('sessions', sessions({ store, cookie, people }));

  await app.register(csrfRoute);
  await app.register(sessionRoutes, { store, cookie, forget: people.forget });
};

export default fp(authSession, {
  name: 'auth-session',
  decorators: { fastify: ['config', 'db', 'problem', 'problems', 'users'] },
});
