import { code } from './code.ts';
import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import { type EntityModel, requiredReferences, writableColumns } from './entity-model.ts';
import { withArticle } from './names.ts';
import { readsOwnOnly } from './queries-file.ts';

/** test/factories/product.ts: valid products, for the tests and for the seed. */
export function factoryFile(entity: EntityModel): string {
  const { type, many, path, label } = entity.names;
  return code`
import type { FastifyInstance } from 'fastify';
import { v7 as uuid } from 'uuid';
import { ${many} } from '../../src/entities/${path}/table.ts';
import { only } from '../../src/modules/crud/only.ts';
import { insertUser } from '../helpers/insert-user.ts';
${entity.tenancy ? "import { inTestTenant } from '../helpers/tenancy/test-tenant.ts';" : ''}
${parentImports(entity)}

${fieldsFunction(entity)}

${bodyFunction(entity)}

/** Stores ${withArticle(label)}${needsParents(entity) ? ', and what it cannot exist without' : ''}. */
export async function insert${type}(app: FastifyInstance, given: Partial<typeof ${many}.$inferInsert> = {}) {
  ${entity.owned ? 'const ownerId = given.ownerId ?? (await insertUser(app));' : ''}
  ${requiredReferences(entity)
    .map(({ column, parent }) => {
      const owner = parent.owned && entity.owned ? ', { ownerId }' : '';
      return `const ${column.name} = given.${column.name} ?? (await insert${parent.names.type}(app${owner})).id;`;
    })
    .join('\n  ')}
  const values = { ${['id: uuid()', ...ownFields(entity), '...given', ...fixed(entity)].join(', ')} };
  return only(await ${inTestTenant(entity, `app.db.insert(${many}).values(values).returning()`)});
}
`;
}

/** Statements of tests on `app.db`, which sees rows within a tenant only. */
export const inTestTenant = ({ tenancy }: EntityModel, statement: string) =>
  tenancy ? `inTestTenant(app, () => ${statement})` : statement;

/** Columns of a body that hold a value of their own. */
export const ownColumns = (entity: EntityModel): Column[] =>
  writableColumns(entity).filter(({ kind }) => kind !== 'reference');

const ownFields = (entity: EntityModel) =>
  ownColumns(entity).length > 0 ? [`...${entity.names.one}Fields()`] : [];

const fixed = (entity: EntityModel) => [
  ...(entity.owned ? ['ownerId'] : []),
  ...requiredReferences(entity).map(({ column }) => column.name),
];

export const needsParents = (entity: EntityModel) => requiredReferences(entity).length > 0;

/** Whether a caller's body must point at parents that belong to the caller. */
export const bodyNeedsOwner = (entity: EntityModel) =>
  requiredReferences(entity).some(({ parent }) => readsOwnOnly(parent));

/** A call that gives a valid body, within an async function. */
export const bodyCall = (entity: EntityModel, owner: string) => {
  const { one } = entity.names;
  if (!needsParents(entity)) return ownColumns(entity).length > 0 ? `${one}Fields()` : '{}';
  return `await ${one}Body(app${bodyNeedsOwner(entity) ? `, ${owner}` : ''})`;
};

function fieldsFunction(entity: EntityModel): string {
  const columns = ownColumns(entity);
  if (columns.length === 0) return '';
  const { one, label, path } = entity.names;
  const lines = columns.map(
    (column) => `${column.name}: ${kinds[column.kind].sample(column, label, path)},`,
  );
  const doc = `/** The fields of a valid ${label}`;
  return lines.some((line) => /\bn\b/.test(line.slice(line.indexOf(':'))))
    ? `let n = 0;

${doc}; each call gives others. */
export function ${one}Fields() {
  n += 1;
  return {
    ${lines.join('\n    ')}
  };
}`
    : `${doc}. */
export const ${one}Fields = () => ({ ${lines.join(' ')} });`;
}

function bodyFunction(entity: EntityModel): string {
  if (!needsParents(entity)) return '';
  const { one, path } = entity.names;
  const parents = requiredReferences(entity).map(({ column, parent }) => {
    const owner = readsOwnOnly(parent) ? ', { ownerId }' : '';
    return `${column.name}: (await insert${parent.names.type}(app${owner})).id`;
  });
  return `/** A valid body for POST /${path}${bodyNeedsOwner(entity) ? ' by this user' : ''}. */
export async function ${one}Body(app: FastifyInstance${bodyNeedsOwner(entity) ? ', ownerId: string' : ''}) {
  return { ${[...ownFields(entity), ...parents].join(', ')} };
}`;
}

const parentImports = (entity: EntityModel) =>
  [...new Set(requiredReferences(entity).map(({ parent }) => parent.names))]
    .map(({ type, file }) => `import { insert${type} } from './${file}.ts';`)
    .join('\n');
