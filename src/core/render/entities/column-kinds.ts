import { beyond, sampleWithin, twoWithin } from './bounds.ts';
import type { Column, ColumnKind } from './column.ts';
import { withArticle, words } from './names.ts';

interface Kind {
  /** Drizzle's column builder and its arguments after the name. */
  drizzle: [builder: string, options?: string];
  sql: string;
  /** Expression of the TypeBox schema. */
  schema: (column: Pick<Column, 'required' | 'min' | 'valuesName'>) => string;
  /** A valid value, as an expression in which `n` counts the rows. */
  sample: (column: Column, label: string, path: string) => string;
  /** Two valid literals; where order matters the first is smaller. */
  two: (column: Column) => [string, string];
  /** What is wrong, and a literal that is. */
  invalid: (column: Column) => [what: string, literal: string][];
  /** Lists can be sorted by it. */
  sortable?: true;
  /** Lists can be filtered by `From` and `To`. */
  range?: true;
}

const wrongType =
  (...literals: string[]) =>
  ({ name }: Column): [string, string][] => [
    [`${withArticle(words(name).join(' '))} of the wrong type`, literals[0] ?? 'true'],
    ...literals
      .slice(1)
      .map((literal): [string, string] => [
        `${withArticle(words(name).join(' '))} that is out of bounds`,
        literal,
      ]),
  ];
const shape = (name: string, literal: string): [string, string] => [
  `${withArticle(words(name).join(' '))} of the wrong shape`,
  literal,
];

/** Everything that depends on what a column holds. */
export const kinds: Record<ColumnKind, Kind> = {
  string: {
    drizzle: ['text'],
    sql: 'text',
    schema: ({ required }) => `text(${required ? 1 : 0}, 200)`,
    sample: ({ name }, label) =>
      `\`${capital(['name', 'title'].includes(name) ? label : words(name).join(' '))} \${n}\``,
    two: ({ name }) => [`'${words(name).join('-')}-a'`, `'${words(name).join('-')}-b'`],
    invalid: ({ name, required }) => [
      ...(required ? [[`an empty ${words(name).join(' ')}`, "''"] as [string, string]] : []),
      [`${withArticle(words(name).join(' '))} that is too long`, "'x'.repeat(201)"],
    ],
    sortable: true,
  },
  text: {
    drizzle: ['text'],
    sql: 'text',
    schema: ({ required }) => `text(${required ? 1 : 0}, 10_000)`,
    sample: ({ name }, label) => `\`${capital(words(name).join(' '))} of ${label} \${n}.\``,
    two: () => ["'First text'", "'Second text'"],
    invalid: ({ name }) => [
      [`${withArticle(words(name).join(' '))} that is too long`, "'x'.repeat(10_001)"],
    ],
  },
  integer: {
    drizzle: ['integer'],
    sql: 'integer',
    schema: () => 'wholeNumber',
    sample: (column) => sampleWithin(column, 'n'),
    two: (column) => twoWithin(column, 5, 6),
    invalid: (column) => [...wrongType("'5'", '2_147_483_648')(column), ...beyond(column)],
    sortable: true,
    range: true,
  },
  number: {
    drizzle: ['doublePrecision'],
    sql: 'double precision',
    schema: () => 'anyNumber',
    sample: (column) => sampleWithin(column, 'n + 0.5'),
    two: (column) => twoWithin(column, 1.5, 2.5),
    invalid: (column) => [...wrongType("'1.5'")(column), ...beyond(column)],
    sortable: true,
    range: true,
  },
  decimal: {
    drizzle: ['numeric'],
    sql: 'numeric',
    schema: () => 'exactDecimal',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: emitted code
    sample: () => '`${n}.25`',
    two: () => ["'1.25'", "'12.5'"],
    invalid: ({ name }) => [shape(name, "'1,25'")],
    sortable: true,
    range: true,
  },
  boolean: {
    drizzle: ['boolean'],
    sql: 'boolean',
    schema: () => 'Type.Boolean()',
    sample: () => 'n % 2 === 0',
    two: () => ['false', 'true'],
    invalid: wrongType("'yes'"),
  },
  date: {
    drizzle: ['date'],
    sql: 'date',
    schema: () => 'calendarDate',
    sample: () => 'new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10)',
    two: () => ["'2026-03-01'", "'2026-03-02'"],
    invalid: ({ name }) => [shape(name, "'2026-02-30'")],
    sortable: true,
    range: true,
  },
  datetime: {
    drizzle: ['instant'],
    sql: 'timestamp(3) with time zone',
    schema: () => 'timestamp',
    sample: () => 'new Date(Date.UTC(2026, 0, n)).toISOString()',
    two: () => ["'2026-03-01T10:00:00.000Z'", "'2026-03-02T10:00:00.000Z'"],
    invalid: ({ name }) => [shape(name, "'tomorrow'")],
    sortable: true,
    range: true,
  },
  email: {
    drizzle: ['text'],
    sql: 'text',
    schema: () => 'emailAddress',
    sample: (_, _label, path) => `\`${path}-\${n}@example.com\``,
    two: () => ["'a@example.com'", "'b@example.com'"],
    invalid: ({ name }) => [shape(name, "'nobody'")],
  },
  url: {
    drizzle: ['text'],
    sql: 'text',
    schema: () => 'webAddress',
    sample: ({ name }, _, path) => `\`https://example.com/${path}/\${n}/${words(name).join('-')}\``,
    two: () => ["'https://example.com/a'", "'https://example.com/b'"],
    invalid: ({ name }) => [shape(name, "'javascript:alert(1)'")],
  },
  enum: {
    drizzle: ['text'],
    sql: 'text',
    schema: ({ valuesName }) => `Type.Enum(${valuesName})`,
    sample: ({ values }) => `'${values[0]}' as const`,
    two: ({ values }) => [`'${values[0]}'`, `'${values[1] ?? values[0]}'`],
    invalid: ({ name }) => [[`an unknown ${words(name).join(' ')}`, "'no-such-value'"]],
  },
  amount: {
    drizzle: ['bigint', "{ mode: 'number' }"],
    sql: 'bigint',
    schema: ({ min }) => ((min ?? -1) < 0 ? 'signedMoneyAmount' : 'moneyAmount'),
    sample: (column) => sampleWithin(column, 'n * 100'),
    two: (column) => twoWithin(column, 500, 700),
    invalid: (column) => [
      [`a fraction in ${words(column.name).join(' ')}`, '19.99'],
      ...beyond(column),
    ],
    sortable: true,
    range: true,
  },
  currency: {
    drizzle: ['text'],
    sql: 'text',
    schema: () => 'currencyCode',
    sample: () => "'EUR'",
    two: () => ["'EUR'", "'USD'"],
    invalid: ({ name }) => [shape(name, "'euro'")],
  },
  reference: {
    drizzle: ['uuid'],
    sql: 'uuid',
    schema: () => 'uuidText',
    sample: () => 'uuid()',
    two: () => ['uuid()', 'uuid()'],
    invalid: ({ name }) => [shape(name, "'1'")],
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
