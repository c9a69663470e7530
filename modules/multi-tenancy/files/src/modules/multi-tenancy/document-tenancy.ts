import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { asksForTenant } from './asks-for-tenant.ts';

const header = Type.Optional(
  Type.String({
    maxLength: 36,
    description:
      'Slug of the tenant, or its id for its members; needed by those who are in several, and by visitors.',
  }),
);
const statuses = { admin: [403], member: [], visitor: [401] };

/** Makes the schema of each tenant's route say so. */
export function documentTenancy(app: FastifyInstance) {
  app.addHook('onRoute', (route) => {
    const who = asksForTenant(app, route);
    if (!who || !route.schema) return;
    const { headers, response } = route.schema as Record<string, { properties?: object }>;
    route.schema = Object.assign({}, route.schema, {
      headers: Type.Object({ ...headers?.properties, 'x-tenant': header }),
      response: { ...app.problems(400, 404, ...statuses[who]), ...response },
    });
  });
}
