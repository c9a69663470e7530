import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { codeColumns } from '../source/code-tables.ts';
import { unindexedKeys } from '../source/foreign-keys.ts';
import { columnsOf, isRequired } from '../source/tables-of.ts';
import type { Subject } from '../subject.ts';

export const tables: Check = {
  id: 'tables',
  title: 'its tables are in code as the migrations make them, and foreign keys have indexes',
  run: async (subject) => {
    const { migrations } = subject.module.manifest;
    if (migrations.length === 0) return subject.skip('it has no tables');
    const sql = migrations.map((name) => subject.module.files.get(`migrations/${name}.sql`) ?? '');
    return [...drift(subject, columnsOf(sql)), ...missingIndexes(subject, sql)];
  },
};

function drift({ module, path }: Subject, made: ReadonlyMap<string, string>): Finding[] {
  const own = new Set([...made.keys()].map((each) => each.split('.')[0]));
  const code = [...module.files].filter(([name]) => /^src\/.+\.ts$/.test(name));
  return code.flatMap(([file, text]) =>
    codeColumns(file, text)
      .filter(({ table }) => own.has(table))
      .flatMap(({ table, column, isRequired: required }) => {
        const name = `${table}.${column}`;
        const mistake = mistakeIn(made.get(name), required);
        const fix = 'write a migration, or make the table of the code as it is';
        const where = path(`files/${file}`);
        return mistake ? [{ check: 'tables', where, what: `${name} ${mistake}`, fix }] : [];
      }),
  );
}

function mistakeIn(made: string | undefined, required: boolean): string | null {
  if (made === undefined) return 'is made by no migration';
  if (isRequired(made) === required) return null;
  return required ? 'may be null in the database' : 'may not be null in the database';
}

const missingIndexes = ({ path }: Subject, sql: readonly string[]): Finding[] =>
  unindexedKeys(sql).map((key) => ({
    check: 'tables',
    where: path('files/migrations'),
    what: `${key} refers to another table, and no index begins with it`,
    fix: 'create an index: each delete there looks for its rows here',
  }));
