import { callerIn, ownerLimit } from './caller.ts';
import { code } from './code.ts';
import type { Column } from './column.ts';
import { deleteSummary, manageSummary } from './endpoints-of.ts';
import {
  changeableColumns,
  type EntityModel,
  heardThrough,
  isManaged,
  managedColumns,
  owningReference,
  type Reference,
  writableColumns,
} from './entity-model.ts';
import { withArticle } from './names.ts';
import { changesOwnOnly, isRefusedToGo, readsOwnOnly } from './queries-file.ts';
import { checkedReferences } from './references-file.ts';
import {
  changeNeed,
  createNeed,
  guard,
  guardStatuses,
  manageNeed,
  problems,
} from './route-guards.ts';

/** Unique values can be taken, references unknown, an optional amount without its currency. */
const saveStatuses = (columns: readonly Column[]) => [
  ...(columns.some(({ unique }) => unique) ? [409] : []),
  ...(columns.some(({ kind, required }) => kind === 'reference' || (kind === 'amount' && !required))
    ? [422]
    : []),
];

const referenceCheck = (entity: EntityModel, references: readonly Reference[]) =>
  references.length > 0
    ? `await check${entity.names.type}References(app, ${callerIn(entity)}, request.body);`
    : '';

const eventsParameter = ({ events, names }: EntityModel) =>
  events ? `, events: ${names.type}Events` : '';

const tell = (what: string, { events, names }: EntityModel, row = names.one) =>
  events ? `events.${what}(${row});` : '';

export function createRoute(entity: EntityModel): string {
  const { type, one, path, label } = entity.names;
  const { create } = entity.access;
  const owner = owningReference(entity) ? 'ownerId' : 'ownerId: request.identity.userId';
  const isHeard = heardThrough(entity).length > 0;
  const values = entity.owned ? `{ ...request.body, ${owner} }` : 'request.body';
  return code`
function createRoute(app: TypedApp, queries: ${type}Queries${isHeard ? eventsParameter(entity) : ''}) {
  app.post('/${path}', {
    ${guard(createNeed(entity))}
    schema: {
      operationId: 'create${type}',
      tags: ['${path}'],
      summary: 'Create ${withArticle(label)}',
      body: ${type}Create,
      response: { 201: ref(${type}), ${problems(...guardStatuses(create), ...saveStatuses(writableColumns(entity)))} },
    },
  }, async (request, reply) => {
    ${owningReference(entity) ? `const ownerId = await ownerOf${type}(app, ${callerIn(entity)}, request.body);` : ''}
    ${referenceCheck(entity, checkedReferences(entity))}
    const ${one} = await queries.create(${values});
    ${isHeard ? tell('created', entity) : ''}
    reply.code(201).header('location', \`/${path}/\${${one}.id}\`).header('etag', etagOf(${one}));
    return ${one};
  });
}`;
}

export function updateRoute(entity: EntityModel): string {
  const { type, one, path, label } = entity.names;
  return code`
function updateRoute(app: TypedApp, queries: ${type}Queries${eventsParameter(entity)}) {
  app.patch('/${path}/:id', {
    ${guard(changeNeed(entity))}
    schema: {
      operationId: 'update${type}',
      tags: ['${path}'],
      summary: 'Change ${withArticle(label)}',
      params: idParams,
      headers: writeHeaders,
      body: ${type}Update,
      response: { 200: ref(${type}), ${problems(404, 412, ...changeStatuses(entity), ...saveStatuses(changeableColumns(entity)))} },
    },
  }, async (request, reply) => {
    const { id } = request.params;
    ${referenceCheck(
      entity,
      checkedReferences(entity).filter(({ column }) => !column.fixed),
    )}
    const ${one} = await queries.update(id, request.body, ${limits(entity)});
    if (!${one}) throw ${refusalOf(entity)};
    ${tell('updated', entity)}
    reply.header('etag', etagOf(${one}));
    return ${one};
  });
}`;
}

/** The fields that only admins set have a route of their own. */
export function manageRoute(entity: EntityModel): string {
  if (!isManaged(entity)) return '';
  const { type, one, path } = entity.names;
  const statuses = [404, 412, ...guardStatuses('admin'), ...saveStatuses(managedColumns(entity))];
  return code`
function manageRoute(app: TypedApp, queries: ${type}Queries${eventsParameter(entity)}) {
  app.patch('/${path}/:id/managed', {
    ${guard(manageNeed(entity))}
    schema: {
      operationId: 'manage${type}',
      tags: ['${path}'],
      summary: '${manageSummary(entity)}',
      params: idParams,
      headers: writeHeaders,
      body: ${type}Manage,
      response: { 200: ref(${type}), ${problems(...statuses)} },
    },
  }, async (request, reply) => {
    const { id } = request.params;
    const versions = versionsOf(request.headers['if-match']);
    const ${one} = await queries.update(id, request.body, ${changesOwnOnly(entity) ? '{ versions, ownerLimit: null }' : '{ versions }'});
    if (!${one}) throw refusal(app, await queries.find(${anyRow(entity)}));
    ${tell('updated', entity)}
    reply.header('etag', etagOf(${one}));
    return ${one};
  });
}`;
}

export function removeRoute(entity: EntityModel): string {
  const { type, path } = entity.names;
  return code`
function removeRoute(app: TypedApp, queries: ${type}Queries${eventsParameter(entity)}) {
  app.delete('/${path}/:id', {
    ${guard(changeNeed(entity))}
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
    ${tell('deleted', entity, 'removed')}
    return reply.code(204).send(null);
  });
}`;
}

const changeStatuses = (entity: EntityModel) => [
  ...guardStatuses(entity.access.change),
  ...(changesOwnOnly(entity) && (entity.permissions || !readsOwnOnly(entity)) ? [403] : []),
];

const limits = (entity: EntityModel) => {
  const versions = "versions: versionsOf(request.headers['if-match'])";
  return changesOwnOnly(entity)
    ? `{ ${versions}, ownerLimit: ${ownerLimit(entity, 'write')} }`
    : `{ ${versions} }`;
};

/** Who may not even see a row hears that there is none. */
function refusalOf(entity: EntityModel): string {
  if (entity.permissions && changesOwnOnly(entity)) {
    const limit = readsOwnOnly(entity) ? `, ${ownerLimit(entity, 'read')}` : '';
    return `await reachRefusal(app, request, await queries.find(id${limit}), '${entity.permissions.write}')`;
  }
  if (readsOwnOnly(entity) && entity.access.change === 'owner')
    return 'refusal(app, await queries.find(id, ownerLimitOf(request.identity)))';
  return changesOwnOnly(entity)
    ? 'ownerRefusal(app, request.identity, await queries.find(id))'
    : `refusal(app, await queries.find(${anyRow(entity)}))`;
}

/** What finds a row whoever owns it. */
const anyRow = (entity: EntityModel) => (readsOwnOnly(entity) ? 'id, null' : 'id');
