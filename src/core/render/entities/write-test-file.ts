import { code } from './code.ts';
import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import type { Child, EntityModel, Reference } from './entity-model.ts';
import { words } from './names.ts';

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
    ${reservedCases(entity).join(',\n    ')},
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

  ${[...optionalTest(entity), ...entity.columns.filter(({ unique }) => unique).map((column) => uniqueTest(url, column)), ...entity.references.map((reference) => referenceTest(url, reference)), ...entity.children.map((child) => childTest(entity, child))].join('\n\n  ')}
});
`;
}

const childImports = ({ children }: EntityModel) =>
  children
    .map(
      ({
        entity: { names },
      }) => `import { insert${names.type} } from '../../factories/${names.file}.ts';
import { ${names.many} } from '../../../src/entities/${names.path}/table.ts';`,
    )
    .join('\n');

function invalidCases(entity: EntityModel): string[] {
  const missing = entity.columns
    .filter((column) => column.required && column.default === undefined)
    .map(({ name }) => `['no ${words(name).join(' ')}', { ${name}: undefined }]`);
  const wrong = entity.columns.flatMap((column) =>
    kinds[column.kind]
      .invalid(column)
      .map(([what, value]) => `[${quote(what)}, { ${column.name}: ${value} }]`),
  );
  return [
    ...missing,
    ...wrong,
    "['an unknown field', { unknown: true }]",
    ...reservedCases(entity),
  ];
}

/** What only the server sets. */
const reservedCases = ({ owned }: EntityModel) => [
  "['an id', { id: uuid() }]",
  ...(owned ? ["['an owner', { ownerId: uuid() }]"] : []),
  "['a version', { version: 7 }]",
  "['a date of creation', { createdAt: '2026-01-01T00:00:00.000Z' }]",
];

const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`;

function optionalTest({ names, columns }: EntityModel): string[] {
  const optional = columns.filter((column) => !column.required || column.default !== undefined);
  if (optional.length === 0) return [];
  const without = optional.map(({ name }) => `${name}: undefined`).join(', ');
  const expected = optional
    .map(({ name, kind, default: value }) => `${name}: ${expectedDefault(kind, value)}`)
    .join(', ');
  return [
    `it('are created without what is optional', async () => {
    const { client, body } = await setUp();
    const { statusCode, json } = await client.post('/${names.path}', { ...body, ${without} });
    expect(statusCode).toBe(201);
    expect(json()).toMatchObject({ ${expected} });
  });`,
  ];
}

const expectedDefault = (kind: Column['kind'], value: Column['default']) => {
  if (value === undefined) return 'null';
  if (kind === 'datetime') return quote(new Date(String(value)).toISOString());
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
};

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

function referenceTest(url: string, { column }: Reference): string {
  const code = `unknown-${words(column.name).join('-').replace(/-id$/, '')}`;
  return `it('refer by ${column.name} only to what exists', async () => {
    const { client, body, insert } = await setUp();
    const { id } = await insert();
    const created = await client.post('${url}', { ...body, ${column.name}: uuid() });
    expect(created.json()).toMatchObject({ status: 422, code: '${code}' });
    const changed = await client.patch(\`${url}/\${id}\`, { ${column.name}: uuid() });
    expect(changed.json()).toMatchObject({ status: 422, code: '${code}' });
  });`;
}

const childTest = ({ names }: EntityModel, { entity: child, reference }: Child): string => {
  const { name } = reference.column;
  const { type, many, labels } = child.names;
  const [sentence, status, outcome] = {
    refuse: [
      `stay while ${labels} refer to them by ${name}`,
      409,
      `expect(json()).toMatchObject({ code: 'still-referenced' });`,
    ],
    cascade: [
      `take ${labels} with them by ${name}`,
      204,
      `expect(await app.db.$count(${many}, eq(${many}.id, child.id))).toBe(0);`,
    ],
    'set null': [
      `leave ${labels} behind without ${name}`,
      204,
      `const [left] = await app.db.select().from(${many}).where(eq(${many}.id, child.id));
    expect(left).toMatchObject({ ${name}: null });`,
    ],
  }[reference.onDelete];
  const isRefused = reference.onDelete === 'refuse';
  return `it('${sentence}', async () => {
    const { client, insert } = await setUp();
    const { id } = await insert();
    ${isRefused ? '' : 'const child = '}await insert${type}(app, { ${name}: id });
    const { statusCode${isRefused ? ', json' : ''} } = await client.delete(\`/${names.path}/\${id}\`);
    expect(statusCode).toBe(${status});
    ${outcome}
  });`;
};
