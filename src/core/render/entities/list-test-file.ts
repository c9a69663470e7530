import { code } from './code.ts';
import { kinds } from './column-kinds.ts';
import type { EntityModel } from './entity-model.ts';
import { type Filter, filtersOf } from './filters-of.ts';
import { isSortable } from './indexes.ts';
import { literal } from './literal.ts';

/** test/entities/products/list.test.ts */
export function listTestFile(entity: EntityModel): string {
  const { path, labels } = entity.names;
  const cases = filtersOf(entity).flatMap((filter) => filterCase(entity, filter));
  const sorts = ['createdAt', ...entity.columns.filter(isSortable).map(({ name }) => name)];
  return code`
import { describe, expect, it } from 'vitest';
${entity.references.map(({ parent }) => `import { insert${parent.names.type} } from '../../factories/${parent.names.file}.ts';`).join('\n')}
import { idsOf } from '../../helpers/ids-of.ts';
import { insertUser } from '../../helpers/insert-user.ts';
import { describePaging } from '../../helpers/paging-suite.ts';
import { app, setUp } from './set-up.ts';

describePaging({ path: '/${path}', sorts: [${sorts.map(literal).join(', ')}], setUp });

${
  cases.length + entity.references.length + Number(entity.owned) > 0
    ? `describe('filters of ${labels}', () => {
  ${[cases.length > 0 ? tableOf(path, cases) : '', ...referenceTests(entity)].filter(Boolean).join('\n\n  ')}
});`
    : ''
}
`;
}

const tableOf = (path: string, cases: string[]) => `it.each([
    ${cases.join(',\n    ')},
  ] as const)('%s', async (filter, wanted, other) => {
    const { client, insert } = await setUp();
    const { id } = await insert(wanted);
    await insert(other);
    expect(await idsOf(client, \`/${path}?\${filter}\`)).toEqual([id]);
  });`;

/** A filter, a row that it lets through, and one that it does not. */
function filterCase(entity: EntityModel, { name, column, condition }: Filter): string[] {
  if (column.kind === 'reference') return [];
  const [low, high] = kinds[column.kind].two({
    ...column,
    column: '',
    unique: false,
    managed: false,
    fixed: false,
  });
  if (low === high) return [];
  const [wanted, other] = condition === 'atMost' ? [low, high] : [high, low];
  const value = encodeURIComponent(wanted.replaceAll(/^'|'$/g, ''));
  const row = (text: string) => `{ ${column.name}: ${text}${currencyBeside(entity, column.name)} }`;
  return [`['${name}=${value}', ${row(wanted)}, ${row(other)}]`];
}

/** Factories leave out what is managed, and an amount is nothing without its currency. */
function currencyBeside({ columns }: EntityModel, name: string): string {
  const index = columns.findIndex((column) => column.name === name);
  const [column, currency] = columns.slice(index, index + 2);
  return column?.managed && column.kind === 'amount' && currency ? `, ${currency.name}: 'EUR'` : '';
}

function referenceTests(entity: EntityModel): string[] {
  const { path } = entity.names;
  const owner = entity.owned
    ? [
        `it('ownerId', async () => {
    const { client, insert } = await setUp();
    const { id, ownerId } = await insert();
    await insert({ ownerId: await insertUser(app) });
    expect(await idsOf(client, \`/${path}?ownerId=\${ownerId}\`)).toEqual([id]);
  });`,
      ]
    : [];
  return [
    ...owner,
    ...entity.references.map(
      ({ column, parent }) => `it('${column.name}', async () => {
    const { client, insert } = await setUp();
    const ${column.name} = (await insert${parent.names.type}(app)).id;
    const { id } = await insert({ ${column.name} });
    await insert();
    expect(await idsOf(client, \`/${path}?${column.name}=\${${column.name}}\`)).toEqual([id]);
  });`,
    ),
  ];
}
