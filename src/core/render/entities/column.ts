import type { Field, FieldType } from '../../plan/entity.ts';

/** What a column holds. A field of type money becomes two columns. */
export type ColumnKind = Exclude<FieldType, 'money'> | 'amount' | 'currency' | 'reference';

export interface Column {
  /** camelCase, in code and JSON */
  name: string;
  /** snake_case, in SQL */
  column: string;
  kind: ColumnKind;
  required: boolean;
  unique: boolean;
  /** Set by admins only, by a route of its own. */
  managed: boolean;
  /** Said once, when the row is created. */
  fixed: boolean;
  /** Only for enums. */
  values: readonly string[];
  /** Name of the constant that lists the enum's values. */
  valuesName: string;
  default?: string | number | boolean;
  /** Inclusive; only for numbers. */
  min?: number;
  max?: number;
  /** Only for references: the entity pointed at. */
  parent?: string;
}

/** Kinds whose values have no business being unique, or too long for an index. */
export const neverUnique: ReadonlySet<Field['type']> = new Set([
  'boolean',
  'enum',
  'money',
  'text',
]);
