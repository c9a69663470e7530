import { code } from './code.ts';
import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import type { EntityModel, Reference } from './entity-model.ts';
import { indexesOf } from './indexes.ts';
import { comment, literal } from './literal.ts';
import { sqlName } from './sql-names.ts';

/** src/entities/products/table.ts */
export function tableFile(entity: EntityModel): string {
  const { names, columns, description, owned, tenancy, inCycle } = entity;
  return code`
import { type AnyPgColumn, bigint, boolean, date, doublePrecision, foreignKey, index, integer, numeric, type PgTableExtraConfigValue, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant, now } from '../../modules/crud/instant.ts';
${tenancy ? tenantImport : ''}
${parentImports(entity)}

${columns
  .filter(({ kind }) => kind === 'enum')
  .map(enumValues)
  .join('\n')}

${description && `/** ${comment(description)} */`}
export const ${names.many} = pgTable('${names.table}', {
  ${tenancy ? 'id: uuid().notNull(),' : 'id: uuid().primaryKey(),'}
  ${tenancy ? tenantColumn : ''}
  version: integer().notNull().default(1),
  ${owned ? "ownerId: uuid('owner_id').notNull()," : ''}
  ${columns.map((column) => columnLine(column, entity)).join('\n  ')}
  createdAt: instant('created_at').notNull().default(now),
  updatedAt: instant('updated_at').notNull().default(now),
}, (table)${tenancy && inCycle ? ofKnownType : ''} => [
  ${tenancy ? tenantKeys(entity).join('\n  ') : ''}
  ${indexesOf(entity).map(indexLine).join('\n  ')}
]);
`;
}

/** Tables that refer to each other in a circle have no type otherwise. */
const ofKnownType = ': PgTableExtraConfigValue[]';

const enumValues = ({ valuesName, values }: Column) =>
  `export const ${valuesName} = [${values.map(literal).join(', ')}] as const;`;

function columnLine(column: Column, entity: EntityModel): string {
  const { tenancy } = entity;
  const reference = referenceOf(entity, column);
  const [builder, options] = kinds[column.kind].drizzle;
  const name = column.column === column.name ? '' : `'${column.column}'`;
  const settings = column.kind === 'enum' ? `{ enum: ${column.valuesName} }` : options;
  return [
    `${column.name}: ${builder}(${[name, settings].filter(Boolean).join(', ')})`,
    column.required ? '.notNull()' : '',
    column.unique && !tenancy ? '.unique()' : '',
    column.default === undefined ? '' : `.default(${literal(column.default)})`,
    reference && !tenancy ? `.references(${target(reference)})` : '',
    ',',
  ].join('');
}

/** TypeScript cannot infer the type of a table that takes part in its own definition. */
const target = ({ parent, onDelete }: Reference) =>
  `()${parent.inCycle ? ': AnyPgColumn' : ''} => ${parent.names.many}.id${onDelete === 'refuse' ? '' : `, { onDelete: '${onDelete}' }`}`;

const indexLine = ({ name, columns }: { name: string; columns: { name: string }[] }) =>
  `index('${name}').on(${columns.map((column) => `table.${column.name}`).join(', ')}),`;

const referenceOf = (entity: EntityModel, column: Column) =>
  entity.references.find((reference) => reference.column === column);

export const tenantImport =
  "import { currentTenant } from '../../modules/multi-tenancy/current-tenant.ts';";
export const tenantColumn = "tenantId: uuid('tenant_id').notNull().default(currentTenant),";

/** A key of one tenant is free in every other, and leads to rows of the same tenant only. */
const tenantKeys = ({ names, columns, references }: EntityModel) => [
  'primaryKey({ columns: [table.tenantId, table.id] }),',
  ...columns
    .filter(({ unique }) => unique)
    .map(
      ({ name, column }) =>
        `unique('${sqlName(names.table, column, 'unique')}').on(table.tenantId, table.${name}),`,
    ),
  ...references.map(({ column, parent, onDelete }) => {
    const many = parent.names === names ? 'table' : parent.names.many;
    return tenantReference(column.name, many, onDelete);
  }),
];

export const tenantReference = (name: string, many: string, onDelete: Reference['onDelete']) =>
  `foreignKey({ columns: [table.${name}, table.tenantId], foreignColumns: [${many}.id, ${many}.tenantId] })${onDelete === 'refuse' ? '' : `.onDelete('${onDelete}')`},`;

const parentImports = ({ names, references }: EntityModel) =>
  [...new Set(references.map(({ parent }) => parent.names))]
    .filter(({ type }) => type !== names.type)
    .map(({ many, path }) => `import { ${many} } from '../${path}/table.ts';`)
    .join('\n');
