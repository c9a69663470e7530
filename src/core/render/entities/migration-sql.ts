import { boundsCondition } from './bounds.ts';
import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import type { EntityModel, JoinModel, Reference } from './entity-model.ts';
import { indexesOf } from './indexes.ts';
import { sqlLiteral } from './literal.ts';
import { referenceTrigger } from './reference-trigger.ts';
import { quoted, sqlName } from './sql-names.ts';
import {
  tenantColumn,
  tenantJoinMigration,
  tenantKeys,
  tenantPolicies,
  tenantReference,
} from './tenant-sql.ts';

export const breakpoint = '\n--> statement-breakpoint\n';

/** The table of an entity, its constraints and its indexes. */
export function entityMigration(entity: EntityModel, existing: ReadonlySet<EntityModel>): string {
  const { names, columns, owned, tenancy } = entity;
  const table = quoted(names.table);
  const lines = [
    ...(tenancy ? ['id uuid not null', tenantColumn] : ['id uuid primary key']),
    'version integer not null default 1',
    ...(owned ? [`owner_id uuid not null references users (id) on delete cascade`] : []),
    ...columns.map((column) => columnLine(entity, column)),
    'created_at timestamp(3) with time zone not null default now()',
    'updated_at timestamp(3) with time zone not null default now()',
    ...(tenancy ? tenantKeys(entity) : []),
    ...enumChecks(entity),
    ...boundsChecks(entity),
    ...moneyChecks(entity),
    ...foreignKeys(entity, existing),
  ];
  const indexes = indexesOf(entity).map(
    ({ name, columns: parts }) =>
      `create index ${name} on ${table} (${parts.map(({ column }) => quoted(column)).join(', ')});`,
  );
  const policies = tenancy ? tenantPolicies(names.table) : [];
  return `${[createTable(table, lines), ...indexes, ...referenceTrigger(entity), ...policies].join(breakpoint)}\n`;
}

export const createTable = (table: string, lines: string[]) =>
  `create table ${table} (\n  ${lines.join(',\n  ')}\n);`;

function columnLine({ names, tenancy }: EntityModel, column: Column): string {
  const { kind, required, unique, default: value } = column;
  return [
    quoted(column.column),
    kinds[kind].sql,
    ...(required ? ['not null'] : []),
    ...(value === undefined ? [] : [`default ${sqlLiteral(value)}`]),
    ...(unique && !tenancy
      ? [`constraint ${sqlName(names.table, column.column, 'unique')} unique`]
      : []),
  ].join(' ');
}

const enumChecks = ({ names, columns }: EntityModel) =>
  columns
    .filter(({ kind }) => kind === 'enum')
    .map(
      ({ column, values }) =>
        `constraint ${sqlName(names.table, column, 'check')} check (${quoted(column)} in (${values.map(sqlLiteral).join(', ')}))`,
    );

const boundsChecks = ({ names, columns }: EntityModel) =>
  columns
    .filter(({ min, max }) => min !== undefined || max !== undefined)
    .map(
      (column) =>
        `constraint ${sqlName(names.table, column.column, 'range')} check (${boundsCondition(column, quoted(column.column))})`,
    );

/** An amount without a currency, or the reverse, is no money. */
const moneyChecks = ({ names, columns }: EntityModel) =>
  columns.flatMap((column, index) => {
    const currency = columns[index + 1];
    if (column.kind !== 'amount' || column.required || !currency) return [];
    const [amount, unit] = [quoted(column.column), quoted(currency.column)];
    return [
      `constraint ${sqlName(names.table, column.column, 'check')} check ((${amount} is null) = (${unit} is null))`,
    ];
  });

const foreignKeys = (entity: EntityModel, existing: ReadonlySet<EntityModel>) =>
  entity.references
    .filter(({ parent }) => parent === entity || existing.has(parent))
    .map((reference) => foreignKey(entity, reference));

function foreignKey({ names, tenancy }: EntityModel, { column, parent, onDelete }: Reference) {
  const name = sqlName(names.table, column.column, 'fkey');
  const own = quoted(column.column);
  if (tenancy) return `constraint ${name} ${tenantReference(own, parent.names.table, onDelete)}`;
  return `constraint ${name} foreign key (${own}) references ${quoted(parent.names.table)} (id)${onDelete === 'refuse' ? '' : ` on delete ${onDelete}`}`;
}

/** Foreign keys that had to wait until both tables of a circle existed. */
export function lateForeignKeys(entities: readonly EntityModel[]): string {
  const existing = new Set<EntityModel>();
  const statements = entities.flatMap((entity) => {
    existing.add(entity);
    return entity.references
      .filter(({ parent }) => !existing.has(parent))
      .map(
        (reference) =>
          `alter table ${quoted(entity.names.table)} add ${foreignKey(entity, reference)};`,
      );
  });
  return statements.length > 0 ? `${statements.join(breakpoint)}\n` : '';
}

/** The table of a many-to-many relation. A pair disappears with either end. */
export function joinMigration(join: JoinModel): string {
  const { names, from, to, fromId, toId } = join;
  if (from.tenancy) return tenantJoinMigration(join);
  const table = quoted(names.table);
  const end = (column: string, target: string) =>
    `${quoted(column)} uuid not null constraint ${sqlName(names.table, column, 'fkey')} references ${quoted(target)} (id) on delete cascade`;
  return [
    createTable(table, [
      end(fromId.column, from.names.table),
      end(toId.column, to.names.table),
      `primary key (${quoted(fromId.column)}, ${quoted(toId.column)})`,
    ]),
    `create index ${sqlName(names.table, toId.column, 'idx')} on ${table} (${quoted(toId.column)});\n`,
  ].join(breakpoint);
}
