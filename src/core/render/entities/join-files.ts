import type { Access } from '../../plan/entity.ts';
import { callerImports, callerIn, callerParameter, isBeyond, ownerLimit } from './caller.ts';
import { code } from './code.ts';
import type { JoinModel } from './entity-model.ts';
import { withArticle } from './names.ts';
import { changesOwnOnly, readsOwnOnly } from './queries-file.ts';
import { changeNeed, decorators, guard, guardStatuses, readNeed } from './route-guards.ts';

/** src/entities/posts-tags/queries.ts */
export function joinQueriesFile({ names, to, fromId, toId }: JoinModel): string {
  const own = readsOwnOnly(to);
  return code`
import { and, eq, getTableColumns } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { keyset, type PageQuery } from '../../modules/crud/keyset.ts';
import { type OwnerLimit, ownedWithin } from '../../modules/crud/ownership.ts';
import { saveProblem } from '../../modules/crud/write-problems.ts';
import { ${to.names.type} } from '../${to.names.path}/schema.ts';
import { ${to.names.many} } from '../${to.names.path}/table.ts';
import { ${names.many} } from './table.ts';

export function ${names.many}Queries(app: FastifyInstance) {
  const { db } = app;
  return {
    async list(${fromId.name}: string, query: PageQuery${own ? ', ownerLimit: OwnerLimit' : ''}) {
      const { after, orderBy, limit, page } = keyset(app, ${to.names.many}, ${to.names.type}, query);
      const rows = await db
        .select(getTableColumns(${to.names.many}))
        .from(${to.names.many})
        .innerJoin(${names.many}, eq(${names.many}.${toId.name}, ${to.names.many}.id))
        .where(and(eq(${names.many}.${fromId.name}, ${fromId.name}), ${own ? `ownedWithin(${to.names.many}.ownerId, ownerLimit), ` : ''}after))
        .orderBy(...orderBy)
        .limit(limit);
      return page(rows);
    },

    async add(${fromId.name}: string, ${toId.name}: string) {
      await db.insert(${names.many}).values({ ${fromId.name}, ${toId.name} }).onConflictDoNothing().catch(saveProblem(app));
    },

    async remove(${fromId.name}: string, ${toId.name}: string) {
      await db.delete(${names.many}).where(and(eq(${names.many}.${fromId.name}, ${fromId.name}), eq(${names.many}.${toId.name}, ${toId.name})));
    },
  };
}
`;
}

/** src/entities/posts-tags/routes.ts */
export function joinRoutesFile(join: JoinModel): string {
  const { names, from, to, toId, path, access } = join;
  const url = `/${from.names.path}/:id/${path}`;
  return code`
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { idParams, noContent, pageOf, pageQuery } from '../../modules/crud/http-schemas.ts';
${callerImports}
import { notFound } from '../../modules/crud/refusal.ts';
import { uuidText } from '../../modules/crud/schemas.ts';
import { typed } from '../../modules/crud/typed-app.ts';
import { ${from.names.one}Queries } from '../${from.names.path}/queries.ts';
import { ${to.names.one}Queries } from '../${to.names.path}/queries.ts';
import { ${to.names.type} } from '../${to.names.path}/schema.ts';
import { ${names.many}Queries } from './queries.ts';

const pairParams = Type.Object({ id: uuidText, ${toId.name}: uuidText });
const listQuery = Type.Object(pageQuery('createdAt'), { additionalProperties: false });

const ${names.many}: Module = async (fastify) => {
  const app = typed(fastify);
  const pairs = ${names.many}Queries(app);
  const ${sourceQueries(join)} = ${from.names.one}Queries(app);
  ${from === to ? '' : `const ${targetQueries(join)} = ${to.names.one}Queries(app);`}

  app.get('${url}', {
    ${guard(...readNeeds(join))}
    schema: {
      operationId: 'list${names.type}',
      tags: ['${from.names.path}'],
      summary: 'List the ${join.path.replaceAll('-', ' ')} of ${withArticle(from.names.label)}',
      params: idParams,
      querystring: listQuery,
      response: { 200: pageOf(${to.names.type}), ${problems(404, access.read)} },
    },
  }, async (request) => {
    const { id } = request.params;
    if (!(await ${sourceQueries(join)}.find(id${readsOwnOnly(from) ? `, ${ownerLimit(from, 'read')}` : ''}))) throw notFound(app);
    return pairs.list(id, request.query${readsOwnOnly(to) ? `, ${ownerLimit(to, 'read')}` : ''});
  });

  app.put('${url}/:${toId.name}', {
    ${guard(...changeNeeds(join))}
    schema: {
      operationId: 'add${names.pair}',
      tags: ['${from.names.path}'],
      summary: 'Give ${withArticle(from.names.label)} ${withArticle(singular(join))}',
      params: pairParams,
      response: { 204: noContent, ${problems(404, access.change, 422, ...ownerStatuses(join))} },
    },
  }, async (request, reply) => {
    const { id, ${toId.name} } = request.params;
    await requireChange(id${needsCaller(join) ? `, ${callerIn(from)}` : ''});
    if (!(await ${targetQueries(join)}.find(${toId.name}${readsOwnOnly(to) ? `, ${ownerLimit(to, 'read')}` : ''}))) throw notFound(app);
    await pairs.add(id, ${toId.name});
    return reply.code(204).send(null);
  });

  app.delete('${url}/:${toId.name}', {
    ${guard(...changeNeeds(join))}
    schema: {
      operationId: 'remove${names.pair}',
      tags: ['${from.names.path}'],
      summary: 'Take ${withArticle(singular(join))} from ${withArticle(from.names.label)}',
      params: pairParams,
      response: { 204: noContent, ${problems(404, access.change, ...ownerStatuses(join))} },
    },
  }, async (request, reply) => {
    const { id, ${toId.name} } = request.params;
    await requireChange(id${needsCaller(join) ? `, ${callerIn(from)}` : ''});
    await pairs.remove(id, ${toId.name});
    return reply.code(204).send(null);
  });

  ${requireChange(join)}
};

export default fp(${names.many}, { name: '${names.folder}', decorators: { fastify: [${decorators([readNeeds(join), changeNeeds(join)])}] } });
`;
}

const sourceQueries = ({ from }: JoinModel) => from.names.many;
const targetQueries = ({ to }: JoinModel) => to.names.many;
const singular = ({ from, to }: JoinModel) => `${from === to ? 'related ' : ''}${to.names.label}`;
const needsCaller = ({ from }: JoinModel) => changesOwnOnly(from);

const ownerStatuses = ({ from }: JoinModel) =>
  changesOwnOnly(from) && (from.permissions || !readsOwnOnly(from)) ? [403] : [];

const readNeeds = ({ from, to }: JoinModel) => [readNeed(from), readNeed(to)];
const changeNeeds = ({ from, to }: JoinModel) => [changeNeed(from), readNeed(to)];

const problems = (status: number, access: Access, ...more: number[]) =>
  `...app.problems(${[...new Set([status, ...guardStatuses(access), ...more])].toSorted((a, b) => a - b).join(', ')})`;

/** The pair belongs to its first end: who may change that may change the pair. */
function requireChange(join: JoinModel): string {
  const { one, label } = join.from.names;
  const rows = sourceQueries(join);
  if (!needsCaller(join))
    return `async function requireChange(id: string) {
    if (!(await ${rows}.find(id${readsOwnOnly(join.from) ? ', null' : ''}))) throw notFound(app);
  }`;
  const { from } = join;
  if (readsOwnOnly(from) && !from.permissions)
    return `async function requireChange(id: string, identity: Identity) {
    if (!(await ${rows}.find(id, ownerLimitOf(identity)))) throw notFound(app);
  }`;
  const limit = readsOwnOnly(from) ? `, ${ownerLimit(from, 'read', 'caller')}` : '';
  return `async function requireChange(id: string, ${callerParameter(from)}) {
    const ${one} = await ${rows}.find(id${limit});
    if (!${one}) throw notFound(app);
    if (${isBeyond(from, 'write', one)}) throw app.problem(403, 'not-yours', 'This ${label} belongs to somebody else.');
  }`;
}
