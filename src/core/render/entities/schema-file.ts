import { boundedSchema } from './bounds.ts';
import { code } from './code.ts';
import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import {
  changeableColumns,
  type EntityModel,
  fixedColumns,
  isManaged,
  managedColumns,
  writableColumns,
} from './entity-model.ts';
import { type Filter, filtersOf } from './filters-of.ts';
import { isSortable } from './indexes.ts';
import { literal } from './literal.ts';

/** src/entities/products/schema.ts */
export function schemaFile(entity: EntityModel): string {
  const { names, columns, owned } = entity;
  const { type } = names;
  const isFixed = fixedColumns(entity).length > 0;
  const optional = writableColumns(entity).filter(
    (column) => !column.required || column.default !== undefined,
  );
  return code`
import Type, { type Static } from 'typebox';
import { pageQuery } from '../../modules/crud/http-schemas.ts';
import { anyNumber, calendarDate, currencyCode, emailAddress, exactDecimal, moneyAmount, nullable, signedMoneyAmount, text, timestamp, uuidText, webAddress, wholeNumber, withDefault, within } from '../../modules/crud/schemas.ts';
import { ${columns
    .map(({ valuesName }) => valuesName)
    .filter(Boolean)
    .join(', ')} } from './table.ts';

${fixedFields(entity)}

const fields = {
  ${changeableColumns(entity).map(fieldLine).join('\n  ')}
};

${managedFields(entity)}

export const ${type} = Type.Object(
  {
    id: uuidText,
    version: wholeNumber,
    ${owned ? 'ownerId: uuidText,' : ''}
    ...fields,
    ${isFixed ? '...fixedFields,' : ''}
    ${isManaged(entity) ? '...managedFields,' : ''}
    createdAt: timestamp,
    updatedAt: timestamp,
  },
  { $id: '${type}' },
);
export type ${type} = Static<typeof ${type}>;

export const ${type}Create = Type.Object(
  ${createdFields(isFixed, optional)},
  { additionalProperties: false },
);
export type ${type}Create = Static<typeof ${type}Create>;

export const ${type}Update = Type.Partial(Type.Object(fields), {
  additionalProperties: false,
  minProperties: 1,
});
export type ${type}Update = Static<typeof ${type}Update>;

${manageSchema(entity)}

export const ${type}Query = Type.Object(
  {
    ...pageQuery(${['createdAt', ...columns.filter(isSortable).map(({ name }) => name)].map(literal).join(', ')}),
    ${filtersOf(entity).map(filterLine).join('\n    ')}
  },
  { additionalProperties: false },
);
export type ${type}Query = Static<typeof ${type}Query>;
`;
}

function createdFields(isFixed: boolean, optional: Column[]) {
  const own = optional.map((column) => `${column.name}: ${createSchema(column)},`);
  const lines = [...(isFixed ? ['...fixedFields,'] : []), ...own];
  return lines.length > 0 ? `{\n    ...fields,\n    ${lines.join('\n    ')} }` : 'fields';
}

const fixedFields = (entity: EntityModel) =>
  fixedColumns(entity).length > 0
    ? `/** Said when the row is created, and never changed. */
const fixedFields = {
  ${fixedColumns(entity).map(fieldLine).join('\n  ')}
};`
    : '';

const managedFields = (entity: EntityModel) =>
  isManaged(entity)
    ? `/** Set by admins${entity.permissions ? ', and by roles that manage these' : ' only'}. */
const managedFields = {
  ${managedColumns(entity).map(fieldLine).join('\n  ')}
};`
    : '';

const manageSchema = (entity: EntityModel) => {
  const name = `${entity.names.type}Manage`;
  return isManaged(entity)
    ? `export const ${name} = Type.Partial(Type.Object(managedFields), {
  additionalProperties: false,
  minProperties: 1,
});
export type ${name} = Static<typeof ${name}>;`
    : '';
};

const fieldLine = (column: Column) => `${column.name}: ${fieldSchema(column)},`;

const fieldSchema = (column: Column) =>
  column.required ? valueSchema(column) : `nullable(${valueSchema(column)})`;

const valueSchema = (column: Column) => boundedSchema(column, kinds[column.kind].schema(column));

const createSchema = ({ name, default: value }: Column) =>
  value === undefined
    ? `Type.Optional(fields.${name})`
    : `withDefault(fields.${name}, ${literal(value)})`;

const filterLine = ({ name, column }: Filter) =>
  `${name}: Type.Optional(${kinds[column.kind].schema(column)}),`;
