import type { Entity, Field } from '../../plan/entity.ts';
import { foreignKey, moneyNames } from '../../plan/entity-names.ts';
import type { Relation } from '../../plan/relation.ts';
import { type Column, neverUnique } from './column.ts';
import { namesOf, snakeCase, upperFirst } from './names.ts';

/** The columns of an entity beside those that all have: its fields, then what it belongs to. */
export function columnsOf(entity: Entity, relations: readonly Relation[]): Column[] {
  const references = relations.filter(
    ({ kind, to }) => kind === 'one-to-many' && to === entity.name,
  );
  const columns: Column[] = [
    ...entity.fields.flatMap((field) => fieldColumns(entity.name, field)),
    ...references.map(referenceColumn),
  ];
  // Nothing could ever be said in such a row.
  if (columns.length === 0)
    columns.push(plain('name', 'string', { required: true, unique: false, managed: false }));
  // Nor could those who write it say anything.
  if (columns.every(({ managed }) => managed)) columns.push(noteBeside(columns));
  return withDistinctNames(columns);
}

export function noteBeside(columns: readonly Column[]): Column {
  let name = 'note';
  while (columns.some((column) => column.name === name)) name += 'Text';
  return plain(name, 'text', { required: false, unique: false, managed: false });
}

function fieldColumns(entity: string, field: Field): Column[] {
  const { name, type, required, managed } = field;
  const unique = field.unique && !neverUnique.has(type);
  if (type === 'money') {
    const names = moneyNames(name);
    const amount = plain(names.amount, 'amount', { required, unique, managed });
    // An amount alone says nothing, so an optional one has no default.
    if (required && field.default !== undefined) amount.default = field.default;
    if (Number(field.default ?? 0) >= 0) amount.min = 0;
    setBounds(amount, field);
    return [amount, plain(names.currency, 'currency', { required, unique, managed })];
  }
  const column = plain(name, type, { required, unique, managed });
  setBounds(column, field);
  if (field.default !== undefined)
    column.default = type === 'decimal' ? String(field.default) : field.default;
  if (type === 'enum') {
    column.values = [...new Set(field.values)];
    column.valuesName = `${namesOf(entity).one}${upperFirst(namesOf(upperFirst(name)).types)}`;
  }
  return [column];
}

function setBounds(column: Column, { min, max }: Field) {
  if (min !== undefined) column.min = min;
  if (max !== undefined) column.max = max;
}

const referenceColumn = (relation: Relation): Column => ({
  ...plain(foreignKey(relation), 'reference', {
    required: relation.required,
    unique: false,
    managed: false,
  }),
  parent: relation.from,
});

const plain = (
  name: string,
  kind: Column['kind'],
  { required, unique, managed }: Pick<Column, 'required' | 'unique' | 'managed'>,
): Column => ({
  name,
  column: snakeCase(name),
  kind,
  required,
  unique,
  managed,
  fixed: false,
  values: [],
  valuesName: '',
});

/** `vatID` and `vatId` would share a column. */
function withDistinctNames(columns: Column[]): Column[] {
  const seen = new Set(['id', 'version', 'owner_id', 'created_at', 'updated_at']);
  return columns.map((column) => {
    let name = column.column;
    while (seen.has(name)) name += '_2';
    seen.add(name);
    return { ...column, column: name };
  });
}
