import { code } from './code.ts';
import type { Column } from './column.ts';
import { type EntityModel, fixedColumns, managedColumns, writableColumns } from './entity-model.ts';
import { words } from './names.ts';
import { childImports, childTest, referenceTest } from './relation-tests.ts';
import { assignment, expectedDefault, wrongCases } from './test-values.ts';

/** test/entities/products/write.test.ts */
export function writeTestFile(entity: EntityModel): string {
  const { path, labels } = entity.names;
  const url = `/${path}`;
  return code`
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
${childImports(entity)}
import { describeConditionalRequests } from '../../helpers/conditional-suite.ts';
${entity.tenancy ? "import { inTestTenant } from '../../helpers/tenancy/test-tenant.ts';" : ''}
import { app, setUp } from './set-up.ts';

describeConditionalRequests({ path: '${url}', setUp });

describe('${labels}', () => {
  it('are created, read, changed and deleted', async () => {
    const { client, body, change } = await setUp();
    const created = await client.post('${url}', body);
    expect(created.statusCode).toBe(201);
    expect(created.json()).toMatchObject(body);
    const { id } = created.json<{ id: string }>();
    const location = \`${url}/\${id}\`;
    expect(created.headers).toMatchObject({ location, etag: '"1"' });
    expect((await client.get(location)).json()).toEqual(created.json());

    const changed = await client.patch(location, change);
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toMatchObject({ ...body, ...change, version: 2 });
    expect((await client.get(location)).json()).toEqual(changed.json());

    expect((await client.delete(location)).statusCode).toBe(204);
    expect((await client.get(location)).statusCode).toBe(404);
  });

  it.each([
    ${invalidCases(entity).join(',\n    ')},
  ])('are refused with %s', async (_, wrong) => {
    const { client, body } = await setUp();
    const { statusCode } = await client.post('${url}', { ...body, ...wrong });
    expect(statusCode).toBe(400);
  });

  it.each([
    ['nothing', {}],
    ['an unknown field', { unknown: true }],
    ${[...fixedCases(entity), ...reservedCases(entity)].join(',\n    ')},
  ])('are not changed by %s', async (_, change) => {
    const { client, insert } = await setUp();
    const { id } = await insert();
    expect((await client.patch(\`${url}/\${id}\`, change)).statusCode).toBe(400);
  });

  it('answer 404 to an unknown id and 400 to a malformed one', async () => {
    const { client, change } = await setUp();
    for (const [id, status] of [[uuid(), 404], ['1', 400]] as const) {
      expect((await client.get(\`${url}/\${id}\`)).statusCode).toBe(status);
      expect((await client.patch(\`${url}/\${id}\`, change)).statusCode).toBe(status);
      expect((await client.delete(\`${url}/\${id}\`)).statusCode).toBe(status);
    }
  });

  ${[
    ...optionalTest(entity),
    ...writableColumns(entity)
      .filter(({ unique }) => unique)
      .map((column) => uniqueTest(url, column)),
    ...entity.references.map((reference) => referenceTest(url, reference)),
    ...entity.children.map((child) => childTest(entity, child)),
  ].join('\n\n  ')}
});
`;
}

function invalidCases(entity: EntityModel): string[] {
  const missing = writableColumns(entity)
    .filter((column) => column.required && column.default === undefined)
    .map(({ name }) => `['no ${words(name).join(' ')}', { ${name}: undefined }]`);
  const wrong = writableColumns(entity).flatMap(wrongCases);
  return [
    ...missing,
    ...wrong,
    "['an unknown field', { unknown: true }]",
    ...reservedCases(entity),
  ];
}

/** What is said on creation only. */
const fixedCases = (entity: EntityModel) =>
  fixedColumns(entity).map(
    ({ name }) => `['another ${words(name).join(' ')}', { ${name}: uuid() }]`,
  );

/** What only the server sets, and what only admins do. */
const reservedCases = (entity: EntityModel) => [
  "['an id', { id: uuid() }]",
  ...managedColumns(entity).map(
    (column) => `['the managed ${words(column.name).join(' ')}', { ${assignment(column)} }]`,
  ),
  ...(entity.owned ? ["['an owner', { ownerId: uuid() }]"] : []),
  "['a version', { version: 7 }]",
  "['a date of creation', { createdAt: '2026-01-01T00:00:00.000Z' }]",
];

function optionalTest(entity: EntityModel): string[] {
  const { names } = entity;
  const optional = writableColumns(entity).filter(
    (column) => !column.required || column.default !== undefined,
  );
  if (optional.length === 0) return [];
  const without = optional.map(({ name }) => `${name}: undefined`).join(', ');
  const expected = optional.map(expectedDefault).join(', ');
  return [
    `it('are created without what is optional', async () => {
    const { client, body } = await setUp();
    const { statusCode, json } = await client.post('/${names.path}', { ...body, ${without} });
    expect(statusCode).toBe(201);
    expect(json()).toMatchObject({ ${expected} });
  });`,
  ];
}

function uniqueTest(url: string, { name, column }: Column): string {
  const code = `${column.replaceAll('_', '-')}-taken`;
  return `it('share no ${words(name).join(' ')}', async () => {
    const { client, body, insert } = await setUp();
    const taken = { ${name}: (await insert()).${name} };
    const { id } = await insert();
    const created = await client.post('${url}', { ...body, ...taken });
    expect(created.json()).toMatchObject({ status: 409, code: '${code}' });
    const changed = await client.patch(\`${url}/\${id}\`, taken);
    expect(changed.json()).toMatchObject({ status: 409, code: '${code}' });
  });`;
}
