import type { EntityModel } from './entity-model.ts';
import { quoted, sqlName } from './sql-names.ts';

/**
 * A reference that ends with what it names changes the row: without a new version, ETags would
 * call what clients hold fresh.
 */
export function referenceTrigger({ names, references }: EntityModel): string[] {
  const own = references
    .filter(({ onDelete }) => onDelete === 'set null')
    .map(({ column }) => quoted(column.column));
  if (own.length === 0) return [];
  const of = (row: 'old' | 'new') => own.map((column) => `${row}.${column}`).join(', ');
  return [
    `create or replace function next_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end
$$;`,
    `create trigger ${sqlName(names.table, 'references', 'gone')} before update of ${own.join(', ')} on ${quoted(names.table)}
  for each row when (new.version = old.version and (${of('new')}) is distinct from (${of('old')}))
  execute function next_version();`,
  ];
}
