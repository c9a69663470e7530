import { kinds } from './column-kinds.ts';
import type { EntityModel } from './entity-model.ts';
import { sqlName } from './sql-names.ts';

export interface Index {
  name: string;
  /** camelCase names of the columns. */
  columns: { name: string; column: string }[];
}

const id = { name: 'id', column: 'id' };
const createdAt = { name: 'createdAt', column: 'created_at' };
const tenantId = { name: 'tenantId', column: 'tenant_id' };
const ownerId = { name: 'ownerId', column: 'owner_id' };

/** One index for each order that lists are sorted by, and for each filter, newest first. */
export function indexesOf({ names, columns, owned, tenancy }: EntityModel): Index[] {
  const wanted = [
    [createdAt, id],
    ...(owned ? [[ownerId, createdAt, id]] : []),
    ...columns.flatMap((column) => {
      if (column.unique) return [];
      if (column.kind === 'reference' || column.kind === 'enum') return [[column, createdAt, id]];
      if (isSortable(column)) return [[column, id]];
      return kinds[column.kind].range ? [[column]] : [];
    }),
  ];
  return wanted.map((parts) => ({
    name: sqlName(names.table, ...parts.map(({ column }) => column), 'idx'),
    columns: (tenancy ? withTenant(parts) : parts).map(({ name, column }) => ({
      name,
      column,
    })),
  }));
}

/** Null has no place in an order that pages continue from. */
export const isSortable = ({ kind, required }: EntityModel['columns'][number]) =>
  required && Boolean(kinds[kind].sortable);

/** A user's rows are found across tenants, too, when the account is deleted. */
const withTenant = (parts: { name: string; column: string }[]) =>
  parts[0] === ownerId ? [ownerId, tenantId, ...parts.slice(1)] : [tenantId, ...parts];
