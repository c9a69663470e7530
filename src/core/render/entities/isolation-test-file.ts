import { code } from './code.ts';
import type { EntityModel, JoinModel } from './entity-model.ts';
import { bodyCall, bodyNeedsOwner } from './factory-file.ts';
import { changeNeeds, changeOf } from './test-context.ts';

/** test/entities/products/isolation.test.ts, or nothing without tenants. */
export function isolationTestFile(entity: EntityModel): string | undefined {
  if (!entity.tenancy) return undefined;
  const { type, one, many, file, path, labels } = entity.names;
  const parent = changeNeeds(entity);
  const needsUser = changeOf(entity, 'userId').includes('userId');
  const needsBody = entity.references.length > 0 || uniqueTests(entity).length > 0;
  return code`
import { describe, expect, it } from 'vitest';
import { ${many} } from '../../../src/entities/${path}/table.ts';
import { ${one}Body, ${one}Fields, insert${type} } from '../../factories/${file}.ts';
${entity.references
  .map(({ parent: { names } }) => names)
  .concat(parent ? [parent.names] : [])
  .filter((names) => names !== entity.names)
  .map((names) => `import { insert${names.type} } from '../../factories/${names.file}.ts';`)
  .filter((line, index, lines) => lines.indexOf(line) === index)
  .join('\n')}
import { clientOf } from '../../helpers/client.ts';
import { idsOf } from '../../helpers/ids-of.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { anotherTenant } from '../../helpers/tenancy/another-tenant.ts';
import { inTestTenant } from '../../helpers/tenancy/test-tenant.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();

/** A row of one tenant, and the owner of another. */
async function setUp() {
  await resetDatabase(app);
  const { id } = await insert${type}(app);
  const { tenantId, ${needsUser || (needsBody && bodyNeedsOwner(entity)) ? 'userId, ' : ''}headers } = await anotherTenant(app);
  ${needsBody ? `const body = () => app.inTenant(tenantId, async () => (${bodyCall(entity, 'userId')}));` : ''}
  return { id, tenantId, ${needsUser ? 'userId, ' : ''}client: clientOf(app, headers)${needsBody ? ', body' : ''} };
}

describe('${labels} of another tenant', () => {
  it('are not listed', async () => {
    const { client } = await setUp();
    expect(await idsOf(client, '/${path}')).toEqual([]);
  });

  it('are neither read nor changed nor deleted', async () => {
    const { id, tenantId, ${needsUser ? 'userId, ' : ''}client } = await setUp();
    const change = await app.inTenant(tenantId, async () => (${changeOf(entity, 'userId')}));
    expect((await client.get(\`/${path}/\${id}\`)).statusCode).toBe(404);
    expect((await client.patch(\`/${path}/\${id}\`, change)).statusCode).toBe(404);
    expect((await client.delete(\`/${path}/\${id}\`)).statusCode).toBe(404);
    const [row] = await inTestTenant(app, () => app.db.select().from(${many}));
    expect(row).toMatchObject({ id, version: 1 });
  });

  it('do not exist for the database either, nor where there is no tenant', async () => {
    const { tenantId } = await setUp();
    expect(await app.inTenant(tenantId, () => app.db.$count(${many}))).toBe(0);
    expect(await app.db.$count(${many})).toBe(0);
    expect(await inTestTenant(app, () => app.db.$count(${many}))).toBe(1);
  });

  ${[...entity.references.map((reference) => referenceTest(entity, reference)), ...uniqueTests(entity)].join('\n\n  ')}
});
`;
}

function referenceTest(entity: EntityModel, { column, parent }: EntityModel['references'][number]) {
  return `it('are not referred to by ${column.name}', async () => {
    const { client, body } = await setUp();
    const hidden = { ${column.name}: (await insert${parent.names.type}(app)).id };
    const created = await client.post('/${entity.names.path}', { ...(await body()), ...hidden });
    expect(created.statusCode).toBe(422);
  });`;
}

/** What is taken in one tenant is free in the next, where nobody is to learn that it is taken. */
const uniqueTests = (entity: EntityModel) =>
  entity.columns
    .filter(({ unique, managed }) => unique && !managed)
    .map(
      ({ name }) => `it('take no ${name} away', async () => {
    const { client, body } = await setUp();
    const [row] = await inTestTenant(app, () => app.db.select().from(${entity.names.many}));
    const created = await client.post('/${entity.names.path}', { ...(await body()), ${name}: row?.${name} });
    expect(created.statusCode).toBe(201);
  });`,
    );

/** test/entities/posts-tags-isolation.test.ts, or nothing without tenants. */
export function joinIsolationTestFile({ names, from, to, path }: JoinModel): string | undefined {
  if (!from.tenancy) return undefined;
  return code`
import { expect, it } from 'vitest';
import { insert${from.names.type} } from '../factories/${from.names.file}.ts';
${from === to ? '' : `import { insert${to.names.type} } from '../factories/${to.names.file}.ts';`}
import { clientOf } from '../helpers/client.ts';
import { resetDatabase } from '../helpers/reset-database.ts';
import { anotherTenant } from '../helpers/tenancy/another-tenant.ts';
import { testApp } from '../helpers/test-app.ts';

const app = await testApp();

it('${names.folder.replaceAll('-', ' ')} join nothing across tenants', async () => {
  await resetDatabase(app);
  const theirs = { source: await insert${from.names.type}(app), target: await insert${to.names.type}(app) };
  const { tenantId, headers } = await anotherTenant(app);
  const [source, target] = await app.inTenant(tenantId, async () => [
    await insert${from.names.type}(app),
    await insert${to.names.type}(app),
  ] as const);
  const client = clientOf(app, headers);
  const url = (id: string) => \`/${from.names.path}/\${id}/${path}\`;
  expect((await client.get(url(theirs.source.id))).statusCode).toBe(404);
  expect((await client.put(\`\${url(theirs.source.id)}/\${target.id}\`)).statusCode).toBe(404);
  expect((await client.put(\`\${url(source.id)}/\${theirs.target.id}\`)).statusCode).toBe(404);
  expect((await client.put(\`\${url(source.id)}/\${target.id}\`)).statusCode).toBe(204);
});
`;
}
