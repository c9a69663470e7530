import { expect, it } from 'vitest';
import { codeColumns } from '../../../scripts/catalogue/source/code-tables.ts';
import { unindexedKeys } from '../../../scripts/catalogue/source/foreign-keys.ts';
import { columnsOf, isRequired, tablesOf } from '../../../scripts/catalogue/source/tables-of.ts';

it('reads columns as migrations leave them', () => {
  const sql = [
    "create table notes (id uuid primary key, title text not null default '', body text);",
    'alter table notes alter column title drop not null, alter body set not null;',
    'alter table notes rename body to words; alter table notes add at timestamptz(3) not null;',
  ];
  expect(tablesOf(sql)).toEqual({
    'notes.id': 'uuid',
    'notes.title': 'text',
    'notes.words': 'text',
    'notes.at': 'timestamptz(3)',
  });
  const required = [...columnsOf(sql)].filter(([, text]) => isRequired(text)).map(([name]) => name);
  expect(required.sort()).toEqual(['notes.at', 'notes.id', 'notes.words']);
});

it('reads the columns of pgTable', () => {
  const code = `const t = pgTable('notes', { id: uuid().primaryKey().$defaultFn(v7),
    title: text('the_title').notNull(), body: text() }, (table) => [unique().on(table.body)]);`;
  expect(codeColumns('a.ts', code)).toEqual([
    { table: 'notes', column: 'id', isRequired: true },
    { table: 'notes', column: 'the_title', isRequired: true },
    { table: 'notes', column: 'body', isRequired: false },
  ]);
});

it('finds foreign keys that no whole index begins with', () => {
  const sql = `create table a (id uuid primary key references b, c uuid references b (id),
      d uuid references b, e uuid references b, f uuid, g uuid references b unique,
      primary key (c, d), foreign key (f) references b (id));
    create index a_e on a (e) where e is not null;
    create unique index a_f on a using btree (f, e);`;
  expect(unindexedKeys([sql])).toEqual(['a.d', 'a.e']);
});
