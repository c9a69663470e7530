import { ownerLimit } from './caller.ts';
import { code } from './code.ts';
import type { EntityModel } from './entity-model.ts';
import { withArticle } from './names.ts';
import { readsOwnOnly } from './queries-file.ts';
import { guard, guardStatuses, problems, readNeed } from './route-guards.ts';

export function listRoute(entity: EntityModel): string {
  const { type, types, path, labels } = entity.names;
  const own = readsOwnOnly(entity);
  return code`
function listRoute(app: TypedApp, queries: ${type}Queries) {
  app.get('/${path}', {
    ${guard(readNeed(entity))}
    schema: {
      operationId: 'list${types}',
      tags: ['${path}'],
      summary: 'List ${labels}',
      querystring: ${type}Query,
      response: { 200: pageOf(${type}), ${problems(...guardStatuses(entity.access.read))} },
    },
  }, async (request) => queries.list(request.query${own ? `, ${ownerLimit(entity, 'read')}` : ''}));
}`;
}

export function getRoute(entity: EntityModel): string {
  const { type, one, path, label } = entity.names;
  const own = readsOwnOnly(entity);
  return code`
function getRoute(app: TypedApp, queries: ${type}Queries) {
  app.get('/${path}/:id', {
    ${guard(readNeed(entity))}
    schema: {
      operationId: 'get${type}',
      tags: ['${path}'],
      summary: 'Get ${withArticle(label)}',
      params: idParams,
      headers: readHeaders,
      response: { 200: ref(${type}), 304: notModified, ${problems(404, ...guardStatuses(entity.access.read))} },
    },
  }, async (request, reply) => {
    const ${one} = await queries.find(request.params.id${own ? `, ${ownerLimit(entity, 'read')}` : ''});
    if (!${one}) throw notFound(app);
    reply.header('etag', etagOf(${one}));
    if (isFresh(request.headers['if-none-match'], ${one})) return reply.code(304).send(null);
    return ${one};
  });
}`;
}
