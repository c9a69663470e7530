import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import type { EntityModel } from './entity-model.ts';

/** A query parameter of the list, and the condition that it sets on a column. */
export interface Filter {
  name: string;
  column: Pick<Column, 'name' | 'kind' | 'values' | 'valuesName' | 'min' | 'max' | 'required'>;
  condition: 'equals' | 'atLeast' | 'atMost';
}

const ownerId = {
  name: 'ownerId',
  kind: 'reference',
  values: [],
  valuesName: '',
  required: true,
} as const;

export function filtersOf({ columns, owned }: EntityModel): Filter[] {
  const filters = columns.flatMap((column): Filter[] => [
    ...(hasEquality(column) ? [{ name: column.name, column, condition: 'equals' } as const] : []),
    ...(kinds[column.kind].range
      ? ([
          { name: `${column.name}From`, column, condition: 'atLeast' },
          { name: `${column.name}To`, column, condition: 'atMost' },
        ] as const)
      : []),
  ]);
  const own: Filter[] = owned ? [{ name: 'ownerId', column: ownerId, condition: 'equals' }] : [];
  return distinct([...own, ...filters]);
}

const hasEquality = ({ kind, unique }: Column) =>
  unique || ['enum', 'boolean', 'reference'].includes(kind);

/** A unique `validFrom` beside a range of `valid` would be two parameters of one name. */
const distinct = (filters: Filter[]) =>
  [...new Map(filters.toReversed().map((filter) => [filter.name, filter])).values()].toReversed();
