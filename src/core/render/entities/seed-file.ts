import { code } from './code.ts';
import type { EntityModel, JoinModel } from './entity-model.ts';

/** scripts/seed.ts */
export function seedFile(entities: readonly EntityModel[], joins: readonly JoinModel[]): string {
  const owned = entities.some((entity) => entity.owned);
  const [first] = entities;
  if (!first) throw new Error('There is nothing to seed.');
  return code`
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../src/app.ts';
${joins.map(({ names }) => `import { ${names.many} } from '../src/entities/${names.folder}/table.ts';`).join('\n')}
import { ${first.names.many} } from '../src/entities/${first.names.path}/table.ts';
${entities.map(({ names }) => `import { insert${names.type} } from '../test/factories/${names.file}.ts';`).join('\n')}
import { insertUser } from '../test/helpers/insert-user.ts';
${first.tenancy ? "import { tenantOf } from '../test/helpers/tenancy/test-tenant.ts';" : ''}

// Fills an empty database with something to look at while developing.
if (process.env.NODE_ENV === 'production') {
  console.error('Example data has no place in production.');
  process.exit(1);
}

const app = await buildApp({ LOG_LEVEL: 'warn', ...process.env });
${first.tenancy ? "const tenantId = await tenantOf(app, 'example');" : ''}
const isEmpty = (await ${first.tenancy ? `app.inTenant(tenantId, () => app.db.$count(${first.names.many}))` : `app.db.$count(${first.names.many})`}) === 0;
if (isEmpty) await ${first.tenancy ? 'app.inTenant(tenantId, () => seed(app))' : 'seed(app)'};
console.log(isEmpty ? 'The database now holds example data.' : 'The database holds data already.');
await app.close();

async function seed(app: FastifyInstance) {
  ${owned ? 'const ownerId = await insertUser(app);' : ''}
  for (let n = 0; n < 5; n += 1) {
    ${entities.map((entity) => insertLine(entity, entities, joins)).join('\n    ')}
    ${joins.map(joinLine).join('\n    ')}
  }
}
`;
}

function insertLine(
  entity: EntityModel,
  entities: readonly EntityModel[],
  joins: readonly JoinModel[],
): string {
  const { one, type } = entity.names;
  const values = [
    ...(entity.owned ? ['ownerId'] : []),
    ...earlierReferences(entity, entities).map(
      ({ column, parent }) => `${column.name}: ${parent.names.one}.id`,
    ),
  ];
  const call = `await insert${type}(app${values.length > 0 ? `, { ${values.join(', ')} }` : ''});`;
  const isUsed =
    entities.some((other) =>
      earlierReferences(other, entities).some(({ parent }) => parent === entity),
    ) || joins.some(({ from, to }) => from === entity || to === entity);
  return isUsed ? `const ${one} = ${call}` : call;
}

const earlierReferences = (entity: EntityModel, entities: readonly EntityModel[]) =>
  entity.references.filter(({ parent }) => entities.indexOf(parent) < entities.indexOf(entity));

const joinLine = ({ names, from, to, fromId, toId }: JoinModel) =>
  `await app.db.insert(${names.many}).values({ ${fromId.name}: ${from.names.one}.id, ${toId.name}: ${to.names.one}.id });`;
