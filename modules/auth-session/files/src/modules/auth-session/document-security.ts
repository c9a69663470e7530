import type { FastifyInstance } from 'fastify';
import { isUnsafe } from './csrf-guard.ts';

/** Makes the schema of each route say how it is protected, so that the docs cannot be wrong. */
export function documentSecurity(app: FastifyInstance, cookieName: string) {
  app.decorate('identityScheme', {
    name: 'sessionCookie',
    scheme: {
      type: 'apiKey',
      in: 'cookie',
      name: cookieName,
      description:
        'Set by signing in. Requests that change something and do not come from a page of this server carry the token of `GET /auth/csrf` as `X-CSRF-Token`, too.',
    },
  });
  const security = [{ [app.identityScheme.name]: [] }];

  app.addHook('onRoute', (route) => {
    if (!route.schema) return;
    const hooks: unknown[] = [route.onRequest ?? []].flat();
    const forAdmins = hooks.includes(app.requireAdmin);
    const forSignedIn = forAdmins || hooks.includes(app.requireIdentity);
    const guarded = [route.method].flat().some(isUnsafe);
    const statuses = [...(forSignedIn ? [401] : []), ...(forAdmins || guarded ? [403] : [])];
    const response = { ...app.problems(...statuses), ...(route.schema.response as object) };
    route.schema = Object.assign({}, route.schema, { ...(forSignedIn && { security }), response });
  });
}
