import { code } from './code.ts';
import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import type { EntityModel, Reference } from './entity-model.ts';
import { indexesOf } from './indexes.ts';
import { comment, literal } from './literal.ts';

/** src/entities/products/table.ts */
export function tableFile(entity: EntityModel): string {
  const { names, columns, description, owned } = entity;
  return code`
import { type AnyPgColumn, bigint, boolean, date, doublePrecision, index, integer, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, now } from '../../modules/crud/instant.ts';
${parentImports(entity)}

${columns
  .filter(({ kind }) => kind === 'enum')
  .map(enumValues)
  .join('\n')}

${description && `/** ${comment(description)} */`}
export const ${names.many} = pgTable('${names.table}', {
  id: uuid().primaryKey(),
  version: integer().notNull().default(1),
  ${owned ? "ownerId: uuid('owner_id').notNull()," : ''}
  ${columns.map((column) => columnLine(column, referenceOf(entity, column))).join('\n  ')}
  createdAt: instant('created_at').notNull().default(now),
  updatedAt: instant('updated_at').notNull().default(now),
}, (table) => [
  ${indexesOf(entity).map(indexLine).join('\n  ')}
]);
`;
}

const enumValues = ({ valuesName, values }: Column) =>
  `export const ${valuesName} = [${values.map(literal).join(', ')}] as const;`;

function columnLine(column: Column, reference: Reference | undefined): string {
  const [builder, options] = kinds[column.kind].drizzle;
  const name = column.column === column.name ? '' : `'${column.column}'`;
  const settings = column.kind === 'enum' ? `{ enum: ${column.valuesName} }` : options;
  return [
    `${column.name}: ${builder}(${[name, settings].filter(Boolean).join(', ')})`,
    column.required ? '.notNull()' : '',
    column.unique ? '.unique()' : '',
    column.default === undefined ? '' : `.default(${literal(column.default)})`,
    reference ? `.references(${target(reference)})` : '',
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

const parentImports = ({ names, references }: EntityModel) =>
  [...new Set(references.map(({ parent }) => parent.names))]
    .filter(({ type }) => type !== names.type)
    .map(({ many, path }) => `import { ${many} } from '../${path}/table.ts';`)
    .join('\n');
