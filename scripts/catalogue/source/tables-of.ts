/** `table.column` -> its SQL type, as a module's migrations leave them when applied in order. */
export const tablesOf = (migrations: readonly string[]): Record<string, string> =>
  Object.fromEntries([...columnsOf(migrations)].map(([name, text]) => [name, typeOf(text)]));

/** `table.column` -> all that SQL says of it: `text not null default ''`. */
export function columnsOf(migrations: readonly string[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const sql of migrations.flatMap(statementsOf)) apply(sql, columns);
  return columns;
}

/** Names of the tables that are there when the migrations are applied. */
export const tableNames = (migrations: readonly string[]): string[] => [
  ...new Set(Object.keys(tablesOf(migrations)).map((column) => column.split('.')[0] ?? '')),
];

type Columns = Map<string, string>;

const name = '"?([a-z_][a-z0-9_]*)"?';
const createTable = new RegExp(`^create table (?:if not exists )?${name} ?\\((.*)\\)[^)]*$`, 'i');
const alterTable = new RegExp(`^alter table (?:if exists )?(?:only )?${name} (.*)$`, 'i');
const dropTable = new RegExp(`^drop table (?:if exists )?${name}`, 'i');
const addColumn = new RegExp(`^add (?:column )?(?:if not exists )?${name} (.*)$`, 'i');
const dropColumn = new RegExp(`^drop (?:column )?(?:if exists )?${name}`, 'i');
const changeType = new RegExp(`^alter (?:column )?${name} (?:set data )?type (.*)$`, 'i');
const changeNull = new RegExp(`^alter (?:column )?${name} (set|drop) not null`, 'i');
const renameColumn = new RegExp(`^rename (?:column )?${name} to ${name}`, 'i');
const renameTable = new RegExp(`^rename to ${name}`, 'i');
const notAColumn = /^(primary key|foreign key|unique|check|constraint|exclude|like)\b/i;
const notAColumnChange = /^(add|drop) (constraint|primary|foreign|unique|check|index)\b/i;

function apply(sql: string, columns: Columns): void {
  const [, created, body = ''] = createTable.exec(sql) ?? [];
  if (created) {
    for (const part of splitAtCommas(body).filter((each) => !notAColumn.test(each))) {
      setColumn(created, part, columns);
    }
  }
  const [, dropped] = dropTable.exec(sql) ?? [];
  if (dropped) forget(`${dropped}.`, columns);
  const [, altered, actions = ''] = alterTable.exec(sql) ?? [];
  if (altered) for (const action of splitAtCommas(actions)) alter(altered, action, columns);
}

function alter(table: string, action: string, columns: Columns): void {
  if (notAColumnChange.test(action)) return;
  const [, added, type = ''] = addColumn.exec(action) ?? [];
  if (added) setColumn(table, `${added} ${type}`, columns);
  const [, gone] = dropColumn.exec(action) ?? [];
  if (gone) columns.delete(`${table}.${gone}`);
  change(table, action, columns);
  rename(table, action, columns);
}

function change(table: string, action: string, columns: Columns): void {
  const at = (column: string) => columns.get(`${table}.${column}`) ?? '';
  const [, changed, newType = ''] = changeType.exec(action) ?? [];
  if (changed) {
    const still = isRequired(at(changed)) ? ' not null' : '';
    setColumn(table, `${changed} ${newType}${still}`, columns);
  }
  const [, nullable, verb = ''] = changeNull.exec(action) ?? [];
  if (!nullable) return;
  const rest = at(nullable).replace(/ ?\bnot null\b/i, '');
  columns.set(`${table}.${nullable}`, /set/i.test(verb) ? `${rest} not null` : rest);
}

function rename(table: string, action: string, columns: Columns): void {
  const [, from, to] = renameColumn.exec(action) ?? [];
  if (from && to) move(`${table}.${from}`, `${table}.${to}`, columns);
  const [, newName] = renameTable.exec(action) ?? [];
  if (!newName) return;
  for (const key of [...columns.keys()].filter((each) => each.startsWith(`${table}.`))) {
    move(key, key.replace(table, newName), columns);
  }
}

function setColumn(table: string, definition: string, columns: Columns): void {
  const [, column, rest = ''] = new RegExp(`^${name} (.*)$`, 'i').exec(definition) ?? [];
  if (column) columns.set(`${table}.${column}`, rest);
}

const end = /\b(not null|null|default|primary|unique|check|references|generated|collate|using)\b/i;
/** Only the type counts: `text not null default ''` is a text. */
const typeOf = (definition: string) => (definition.split(end)[0] ?? '').trim().toLowerCase();

function move(from: string, to: string, columns: Columns): void {
  columns.set(to, columns.get(from) ?? '');
  columns.delete(from);
}

function forget(prefix: string, columns: Columns): void {
  for (const key of [...columns.keys()]) if (key.startsWith(prefix)) columns.delete(key);
}

/** Whether the database refuses null there. */
export const isRequired = (definition: string) => /\b(not null|primary key)\b/i.test(definition);

export const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim());

/** Splits at commas that stand outside brackets. */
export function splitAtCommas(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
