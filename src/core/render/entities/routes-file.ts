import { callerImports } from './caller.ts';
import { code } from './code.ts';
import { type EntityModel, heardThrough, isManaged } from './entity-model.ts';
import { getRoute, listRoute } from './read-routes.ts';
import { changeNeed, createNeed, decorators, manageNeed, readNeed } from './route-guards.ts';
import { createRoute, manageRoute, removeRoute, updateRoute } from './write-routes.ts';

/** src/entities/products/routes.ts */
export function routesFile(entity: EntityModel): string {
  const { type, one, many, path } = entity.names;
  const events = entity.events ? ', events' : '';
  return code`
import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { etagOf, isFresh, versionsOf } from '../../modules/crud/etag.ts';
import { idParams, noContent, notModified, pageOf, readHeaders, writeHeaders } from '../../modules/crud/http-schemas.ts';
${callerImports}
import { notFound, refusal } from '../../modules/crud/refusal.ts';
import { ref } from '../../modules/crud/schemas.ts';
import { type TypedApp, typed } from '../../modules/crud/typed-app.ts';
import { ${one}Events, type ${type}Events } from './events.ts';
import { check${type}References, ownerOf${type} } from './references.ts';
import { ${one}Queries, type ${type}Queries } from './queries.ts';
import { ${type}, ${type}Create, ${type}Manage, ${type}Query, ${type}Update } from './schema.ts';

const ${many}: Module = async (fastify) => {
  const app = typed(fastify);
  app.addSchema(${type});
  const queries = ${one}Queries(app);
  ${events && `const events = ${one}Events(app, queries);`}
  listRoute(app, queries);
  getRoute(app, queries);
  createRoute(app, queries${heardThrough(entity).length > 0 ? events : ''});
  updateRoute(app, queries${events});
  ${isManaged(entity) ? `manageRoute(app, queries${events});` : ''}
  removeRoute(app, queries${events});
};

export default fp(${many}, { name: '${path}', decorators: { fastify: [${decorators(needsOf(entity))}${events && ", 'realtime'"}] } });

${listRoute(entity)}

${getRoute(entity)}

${createRoute(entity)}

${updateRoute(entity)}

${manageRoute(entity)}

${removeRoute(entity)}
`;
}

const needsOf = (entity: EntityModel) => [
  [readNeed(entity)],
  [createNeed(entity)],
  [changeNeed(entity)],
  ...(isManaged(entity) ? [[manageNeed(entity)]] : []),
];
