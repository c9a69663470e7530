import type { Access } from '../../plan/entity.ts';
import { code } from './code.ts';
import { deleteSummary } from './endpoints-of.ts';
import { type EntityModel, guardedReferences } from './entity-model.ts';
import { withArticle } from './names.ts';
import { changesOwnOnly, isRefusedToGo, readsOwnOnly } from './queries-file.ts';

/** src/entities/products/routes.ts */
export function routesFile(entity: EntityModel): string {
  const { type, one, many, path } = entity.names;
  return code`
import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { etagOf, isFresh, versionsOf } from '../../modules/crud/etag.ts';
import { idParams, noContent, notModified, pageOf, readHeaders, writeHeaders } from '../../modules/crud/http-schemas.ts';
import { ownerLimitOf, ownerRefusal } from '../../modules/crud/ownership.ts';
import { notFound, refusal } from '../../modules/crud/refusal.ts';
import { ref } from '../../modules/crud/schemas.ts';
import { type TypedApp, typed } from '../../modules/crud/typed-app.ts';
import { check${type}References } from './references.ts';
import { ${one}Queries, type ${type}Queries } from './queries.ts';
import { ${type}, ${type}Create, ${type}Query, ${type}Update } from './schema.ts';

const ${many}: Module = async (fastify) => {
  const app = typed(fastify);
  app.addSchema(${type});
  const queries = ${one}Queries(app);
  listRoute(app, queries);
  getRoute(app, queries);
  createRoute(app, queries);
  updateRoute(app, queries);
  removeRoute(app, queries);
};

export default fp(${many}, { name: '${path}', decorators: { fastify: [${decorators(entity.access)}] } });

${listRoute(entity)}

${getRoute(entity)}

${createRoute(entity)}

${updateRoute(entity)}

${removeRoute(entity)}
`;
}

export const decorators = (access: Record<string, Access>) =>
  ['db', 'problem', ...new Set(Object.values(access).flatMap(hookOf))]
    .map((name) => `'${name}'`)
    .join(', ');

const hookOf = (access: Access): string[] => {
  if (access === 'public') return [];
  return [access === 'admin' ? 'requireAdmin' : 'requireIdentity'];
};

/** The route's option that keeps the wrong callers out. */
export const guard = (access: Access): string =>
  hookOf(access)
    .map((hook) => `onRequest: app.${hook},`)
    .join('');

/** What a guarded route answers besides what it is for. */
export const guardStatuses = (access: Access): number[] => {
  if (access === 'public') return [];
  return access === 'admin' ? [401, 403] : [401];
};

const problems = (...statuses: number[]) => {
  const sorted = [...new Set(statuses)].toSorted((a, b) => a - b);
  return sorted.length > 0 ? `...app.problems(${sorted.join(', ')}),` : '';
};

function listRoute(entity: EntityModel): string {
  const { type, types, path, labels } = entity.names;
  const own = readsOwnOnly(entity);
  return code`
function listRoute(app: TypedApp, queries: ${type}Queries) {
  app.get('/${path}', {
    ${guard(entity.access.read)}
    schema: {
      operationId: 'list${types}',
      tags: ['${path}'],
      summary: 'List ${labels}',
      querystring: ${type}Query,
      response: { 200: pageOf(${type}), ${problems(...guardStatuses(entity.access.read))} },
    },
  }, async (request) => queries.list(request.query${own ? ', ownerLimitOf(request.identity)' : ''}));
}`;
}

function getRoute(entity: EntityModel): string {
  const { type, one, path, label } = entity.names;
  const own = readsOwnOnly(entity);
  return code`
function getRoute(app: TypedApp, queries: ${type}Queries) {
  app.get('/${path}/:id', {
    ${guard(entity.access.read)}
    schema: {
      operationId: 'get${type}',
      tags: ['${path}'],
      summary: 'Get ${withArticle(label)}',
      params: idParams,
      headers: readHeaders,
      response: { 200: ref(${type}), 304: notModified, ${problems(404, ...guardStatuses(entity.access.read))} },
    },
  }, async (request, reply) => {
    const ${one} = await queries.find(request.params.id${own ? ', ownerLimitOf(request.identity)' : ''});
    if (!${one}) throw notFound(app);
    reply.header('etag', etagOf(${one}));
    if (isFresh(request.headers['if-none-match'], ${one})) return reply.code(304).send(null);
    return ${one};
  });
}`;
}

/** References can be unknown, unique values taken. */
const saveStatuses = ({ columns, references }: EntityModel) => [
  ...(columns.some(({ unique }) => unique) ? [409] : []),
  ...(references.length > 0 ? [422] : []),
];

const referenceCheck = (entity: EntityModel) =>
  guardedReferences(entity).length > 0
    ? `await check${entity.names.type}References(app, request.identity, request.body);`
    : '';

function createRoute(entity: EntityModel): string {
  const { type, one, path, label } = entity.names;
  const { create } = entity.access;
  const values = entity.owned
    ? '{ ...request.body, ownerId: request.identity.userId }'
    : 'request.body';
  return code`
function createRoute(app: TypedApp, queries: ${type}Queries) {
  app.post('/${path}', {
    ${guard(create)}
    schema: {
      operationId: 'create${type}',
      tags: ['${path}'],
      summary: 'Create ${withArticle(label)}',
      body: ${type}Create,
      response: { 201: ref(${type}), ${problems(...guardStatuses(create), ...saveStatuses(entity))} },
    },
  }, async (request, reply) => {
    ${referenceCheck(entity)}
    const ${one} = await queries.create(${values});
    reply.code(201).header('location', \`/${path}/\${${one}.id}\`).header('etag', etagOf(${one}));
    return ${one};
  });
}`;
}

function updateRoute(entity: EntityModel): string {
  const { type, one, path, label } = entity.names;
  const { change } = entity.access;
  return code`
function updateRoute(app: TypedApp, queries: ${type}Queries) {
  app.patch('/${path}/:id', {
    ${guard(change)}
    schema: {
      operationId: 'update${type}',
      tags: ['${path}'],
      summary: 'Change ${withArticle(label)}',
      params: idParams,
      headers: writeHeaders,
      body: ${type}Update,
      response: { 200: ref(${type}), ${problems(404, 412, ...changeStatuses(entity), ...saveStatuses(entity))} },
    },
  }, async (request, reply) => {
    const { id } = request.params;
    ${referenceCheck(entity)}
    const ${one} = await queries.update(id, request.body, ${limits(entity)});
    if (!${one}) throw ${refusalOf(entity)};
    reply.header('etag', etagOf(${one}));
    return ${one};
  });
}`;
}

function removeRoute(entity: EntityModel): string {
  const { type, path } = entity.names;
  const { change } = entity.access;
  return code`
function removeRoute(app: TypedApp, queries: ${type}Queries) {
  app.delete('/${path}/:id', {
    ${guard(change)}
    schema: {
      operationId: 'delete${type}',
      tags: ['${path}'],
      summary: '${deleteSummary(entity)}',
      params: idParams,
      headers: writeHeaders,
      response: { 204: noContent, ${problems(404, 412, ...(isRefusedToGo(entity) ? [409] : []), ...changeStatuses(entity))} },
    },
  }, async (request, reply) => {
    const { id } = request.params;
    const removed = await queries.remove(id, ${limits(entity)});
    if (!removed) throw ${refusalOf(entity)};
    return reply.code(204).send(null);
  });
}`;
}

const changeStatuses = (entity: EntityModel) => [
  ...guardStatuses(entity.access.change),
  ...(changesOwnOnly(entity) && !readsOwnOnly(entity) ? [403] : []),
];

const limits = (entity: EntityModel) => {
  const versions = "versions: versionsOf(request.headers['if-match'])";
  return changesOwnOnly(entity)
    ? `{ ${versions}, ownerLimit: ownerLimitOf(request.identity) }`
    : `{ ${versions} }`;
};

/** Who may not even see a row hears that there is none. */
function refusalOf(entity: EntityModel): string {
  if (readsOwnOnly(entity) && entity.access.change === 'owner')
    return 'refusal(app, await queries.find(id, ownerLimitOf(request.identity)))';
  return changesOwnOnly(entity)
    ? 'ownerRefusal(app, request.identity, await queries.find(id))'
    : 'refusal(app, await queries.find(id))';
}
