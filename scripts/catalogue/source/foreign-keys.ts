import { splitAtCommas, statementsOf } from './tables-of.ts';

const table = /^create table (?:if not exists )?"?(\w+)"? ?\((.*)\)[^)]*$/i;
const index = /^create (?:unique )?index .*\bon (?:only )?"?(\w+)"?(?: using btree)? ?\("?(\w+)/i;
const ownKey = /^(?:constraint \w+ )?(?:primary key|unique) ?\("?(\w+)/i;
const foreignKey = /^(?:constraint \w+ )?foreign key ?\("?(\w+)/i;

/** `table.column` of each foreign key that no whole index begins with. */
export function unindexedKeys(migrations: readonly string[]): string[] {
  const statements = migrations.flatMap(statementsOf);
  const parts = statements.flatMap((sql) => {
    const [, name = '', body = ''] = table.exec(sql) ?? [];
    return splitAtCommas(body).map((part) => ({ name, part }));
  });
  const columnsWith = (columnIn: (part: string) => string | undefined) =>
    parts.flatMap(({ name, part }) => {
      const column = columnIn(part);
      return column === undefined ? [] : [`${name}.${column}`];
    });
  const indexed = new Set([...columnsWith(keyIn), ...statements.flatMap(indexIn)]);
  return columnsWith(referenceIn).filter((key) => !indexed.has(key));
}

const firstWord = (part: string) => /^"?(\w+)/.exec(part)?.[1];

const keyIn = (part: string) =>
  ownKey.exec(part)?.[1] ?? (/ (primary key|unique)\b/i.test(part) ? firstWord(part) : undefined);

const referenceIn = (part: string) =>
  foreignKey.exec(part)?.[1] ?? (/\breferences\b/i.test(part) ? firstWord(part) : undefined);

function indexIn(sql: string): string[] {
  const [, on, first] = index.exec(sql) ?? [];
  return on && !/\) where\b/i.test(sql) ? [`${on}.${first}`] : [];
}
