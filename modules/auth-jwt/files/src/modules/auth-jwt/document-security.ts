import type { FastifyInstance } from 'fastify';

/** Makes the schema of each protected route say that it is, so that the docs cannot be wrong. */
export function documentSecurity(app: FastifyInstance) {
  app.decorate('identityScheme', {
    name: 'bearerAuth',
    scheme: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'A JSON Web Token, made and checked as RFC8725 (best practices) says.',
    },
  });
  const security = [{ [app.identityScheme.name]: [] }];

  app.addHook('onRoute', (route) => {
    const hooks: unknown[] = [route.onRequest ?? []].flat();
    const forAdmins = hooks.includes(app.requireAdmin);
    if (!route.schema || (!forAdmins && !hooks.includes(app.requireIdentity))) return;
    const refusals = app.problems(401, ...(forAdmins ? [403] : []));
    const response = { ...refusals, ...(route.schema.response as object | undefined) };
    route.schema = Object.assign({}, route.schema, { security, response });
  });
}
