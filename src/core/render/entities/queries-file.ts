import { code } from './code.ts';
import { type EntityModel, isManaged, writableColumns } from './entity-model.ts';
import { filtersOf } from './filters-of.ts';
import { literal } from './literal.ts';
import { withArticle } from './names.ts';

/** src/entities/products/queries.ts */
export function queriesFile(entity: EntityModel): string {
  const { type, one, many, file } = entity.names;
  return code`
import { and, desc, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { v7 as uuid } from 'uuid';
import { among, atLeast, atMost, equals } from '../../modules/crud/filters.ts';
import { isNewest, keyset } from '../../modules/crud/keyset.ts';
import { nextVersion } from '../../modules/crud/next-version.ts';
import { only } from '../../modules/crud/only.ts';
import { type OwnerLimit, type OwnWriteLimits, ownedWithin, withinOwnerLimit } from '../../modules/crud/ownership.ts';
import type { WriteLimits } from '../../modules/crud/write-limits.ts';
import { removeProblem, saveProblem } from '../../modules/crud/write-problems.ts';
import { ${type}, type ${type}Create, type ${type}Manage, type ${type}Query, type ${type}Update } from './schema.ts';
import { ${many} } from './table.ts';

export type ${type}Queries = ReturnType<typeof ${one}Queries>;

export function ${one}Queries(app: FastifyInstance) {
  const { db } = app;

  const selectOne = db
    .select()
    .from(${many})
    .where(${findCondition(entity)})
    .prepare('find_${snake(file)}');

  const insertOne = db
    .insert(${many})
    .values({ ${insertColumns(entity)
      .map((name) => `${name}: sql.placeholder('${name}')`)
      .join(', ')} })
    .returning()
    .prepare('insert_${snake(file)}');

  ${newestStatement(entity)}

  return {
    ${findMethod(entity)}

    ${listMethod(entity)}

    ${createMethod(entity)}

    ${updateMethod(entity)}

    ${removeMethod(entity)}
  };
}
`;
}

export const readsOwnOnly = ({ access }: EntityModel) => access.read === 'owner';
/** Whether something that refers to a row keeps it from being deleted. */
export const isRefusedToGo = ({ children }: EntityModel) =>
  children.some(({ reference }) => reference.onDelete === 'refuse');

export const changesOwnOnly = ({ access }: EntityModel) => access.change === 'owner';

const snake = (file: string) => file.replaceAll('-', '_');

const insertColumns = (entity: EntityModel) => [
  'id',
  ...(entity.owned ? ['ownerId'] : []),
  ...writableColumns(entity).map(({ name }) => name),
];

const findCondition = (entity: EntityModel) => {
  const { many } = entity.names;
  const byId = `eq(${many}.id, sql.placeholder('id'))`;
  return readsOwnOnly(entity) ? `and(${byId}, withinOwnerLimit(${many}.ownerId))` : byId;
};

/** What most callers of a list ask for, so it is worth a prepared statement. */
const newestStatement = (entity: EntityModel) => {
  const { many, table } = entity.names;
  if (readsOwnOnly(entity)) return '';
  return `const newest = db
    .select()
    .from(${many})
    .orderBy(desc(${many}.createdAt), desc(${many}.id))
    .limit(sql.placeholder('limit'))
    .prepare('newest_${table}');`;
};

const findMethod = (entity: EntityModel) => {
  const { one } = entity.names;
  return readsOwnOnly(entity)
    ? `async find(id: string, ownerLimit: OwnerLimit) {
      const [${one}] = await selectOne.execute({ id, ownerId: ownerLimit });
      return ${one};
    },`
    : `async find(id: string) {
      const [${one}] = await selectOne.execute({ id });
      return ${one};
    },`;
};

function listMethod(entity: EntityModel): string {
  const { type, many } = entity.names;
  const filters = filtersOf(entity).map(
    ({ name, column, condition }) => `${condition}(${many}.${column.name}, query.${name})`,
  );
  const own = readsOwnOnly(entity) ? [`ownedWithin(${many}.ownerId, ownerLimit)`] : [];
  const conditions = [...own, ...filters, 'after'];
  return code`async list(query: ${type}Query${readsOwnOnly(entity) ? ', ownerLimit: OwnerLimit' : ''}) {
      const { after, orderBy, limit, page } = keyset(app, ${many}, ${type}, query);
      ${readsOwnOnly(entity) ? '' : 'if (isNewest(query)) return page(await newest.execute({ limit }));'}
      const rows = await db
        .select()
        .from(${many})
        .where(${conditions.length > 1 ? `and(${conditions.join(', ')})` : 'after'})
        .orderBy(...orderBy)
        .limit(limit);
      return page(rows);
    },`;
}

function createMethod(entity: EntityModel): string {
  const { names, owned } = entity;
  const optional = writableColumns(entity).filter(
    (column) => !column.required || column.default !== undefined,
  );
  const values = [
    'id: uuid()',
    ...optional.map((column) => `${column.name}: ${literal(column.default ?? null)}`),
    '...values',
  ];
  return `async create(values: ${names.type}Create${owned ? ' & { ownerId: string }' : ''}) {
      const rows = await insertOne
        .execute({ ${values.join(', ')} })
        .catch(saveProblem(app));
      return only(rows);
    },`;
}

function updateMethod(entity: EntityModel): string {
  const { type, one, many, label } = entity.names;
  return `/** Undefined when there is no such ${label} within the limits. */
    async update(id: string, values: ${type}Update${isManaged(entity) ? ` | ${type}Manage` : ''}, ${limits(entity)}) {
      const [${one}] = await db
        .update(${many})
        .set({ ...values, ...nextVersion(${many}) })
        .where(${writeCondition(entity)})
        .returning()
        .catch(saveProblem(app));
      return ${one};
    },`;
}

function removeMethod(entity: EntityModel): string {
  const { one, many, label } = entity.names;
  if (entity.events)
    return `/** What was removed; undefined when there is no such ${label} within the limits. */
    async remove(id: string, ${limits(entity)}) {
      const [${one}] = await db
        .delete(${many})
        .where(${writeCondition(entity)})
        .returning()${refusal(entity)};
      return ${one};
    },`;
  return `/** Whether there was ${withArticle(label)} within the limits. */
    async remove(id: string, ${limits(entity)}) {
      const removed = await db
        .delete(${many})
        .where(${writeCondition(entity)})
        .returning({ id: ${many}.id })${refusal(entity)};
      return removed.length > 0;
    },`;
}

const refusal = (entity: EntityModel) =>
  isRefusedToGo(entity) ? '\n        .catch(removeProblem(app))' : '';

const limits = (entity: EntityModel) =>
  changesOwnOnly(entity) ? '{ versions, ownerLimit }: OwnWriteLimits' : '{ versions }: WriteLimits';

function writeCondition(entity: EntityModel): string {
  const { many } = entity.names;
  const own = changesOwnOnly(entity) ? `, ownedWithin(${many}.ownerId, ownerLimit)` : '';
  return `and(eq(${many}.id, id), among(${many}.version, versions)${own})`;
}
