import type { Access } from '../../plan/entity.ts';
import { code } from './code.ts';
import {
  type EntityModel,
  guardedReferences,
  owningReference,
  type Reference,
} from './entity-model.ts';
import { bodyCall } from './factory-file.ts';
import { withArticle } from './names.ts';
import { readsOwnOnly } from './queries-file.ts';
import { propertyOf, reaches, roleImport, rolesTried, signInRole } from './test-callers.ts';
import { changeNeeds, changeOf } from './test-context.ts';

type Action = 'list' | 'get' | 'create' | 'update' | 'delete';
const success: Record<Action, number> = {
  list: 200,
  get: 200,
  create: 201,
  update: 200,
  delete: 204,
};

/** test/entities/products/access.test.ts, or nothing where everything is public. */
export function accessTestFile(entity: EntityModel): string | undefined {
  if (Object.values(entity.access).every((level) => level === 'public')) return undefined;
  const { type, one, labels, path, file } = entity.names;
  const callers = callersOf(entity);
  const roles = rolesTried(entity);
  const parent = changeNeeds(entity);
  return code`
import { describe, expect, it } from 'vitest';
import { ${one}Body, ${one}Fields, insert${type} } from '../../factories/${file}.ts';
${factoryImports([...guardedReferences(entity).map((reference) => reference.parent), ...(parent ? [parent] : [])])}
import { clientOf } from '../../helpers/client.ts';
import { idsOf } from '../../helpers/ids-of.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
${roleImport}
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();

async function setUp() {
  await resetDatabase(app);
  const ${member(entity)} = await signIn(app);
  ${entity.owned ? 'const stranger = await signIn(app);' : ''}
  const admin = await signIn(app, { role: 'admin' });
  const nobody = { ...${member(entity)}, headers: {} };
  const { id } = await insert${type}(app${entity.owned ? ', { ownerId: owner.userId }' : ''});
  return { id, callers: { ${[...callers, ...roles.map(signInRole)].join(', ')} } };
}

describe('access to ${labels}', () => {
  it.each([
    ${matrix(entity).join(',\n    ')},
  ] as const)('%s by %s answers %i', async (action, who, status) => {
    const { id, callers } = await setUp();
    const { headers${usesUserId(entity) ? ', userId' : ''} } = callers[who];
    const client = clientOf(app, headers);
    const requests = {
      list: () => client.get('/${path}'),
      get: () => client.get(\`/${path}/\${id}\`),
      create: async () => client.post('/${path}', ${bodyCall(entity, 'userId')}),
      update: async () => client.patch(\`/${path}/\${id}\`, ${changeOf(entity, 'userId')}),
      delete: () => client.delete(\`/${path}/\${id}\`),
    };
    expect((await requests[action]()).statusCode).toBe(status);
  });

  ${[...listTests(entity), ...ownerTests(entity), ...guardTests(entity)].join('\n\n  ')}
});
`;
}

const member = (entity: EntityModel) => (entity.owned ? 'owner' : 'member');

const usesUserId = (entity: EntityModel) =>
  `${bodyCall(entity, 'userId')}${changeOf(entity, 'userId')}`.includes('userId');

const callersOf = (entity: EntityModel) =>
  entity.owned ? ['nobody', 'stranger', 'owner', 'admin'] : ['nobody', 'member', 'admin'];

const factoryImports = (parents: readonly EntityModel[]) =>
  [...new Set(parents.map(({ names }) => names))]
    .map(({ type, file }) => `import { insert${type} } from '../../factories/${file}.ts';`)
    .join('\n');

const matrix = (entity: EntityModel): string[] =>
  (Object.keys(success) as Action[]).flatMap((action) =>
    [...callersOf(entity), ...rolesTried(entity)].map(
      (who) => `['${action}', '${who}', ${statusOf(entity, action, who)}]`,
    ),
  );

function statusOf(entity: EntityModel, action: Action, who: string): number {
  const level = levelOf(entity, action);
  if (level === 'public') return success[action];
  if (who === 'nobody') return 401;
  if (level === 'admin' && !reaches(entity, who)) return 403;
  if (action === 'create' && needsHiddenParent(entity, who)) return 422;
  const ownOnly = level === 'owner' && action !== 'list' && action !== 'create';
  if (!ownOnly || who === 'owner' || reaches(entity, who)) return success[action];
  return readsOwnOnly(entity) ? 404 : 403;
}

const levelOf = ({ access }: EntityModel, action: Action): Access => {
  if (action === 'create') return access.create;
  return action === 'list' || action === 'get' ? access.read : access.change;
};

const needsHiddenParent = (entity: EntityModel, who: string) =>
  guardedReferences(entity).some(
    ({ column, parent }) =>
      column.required && parent.access.read === 'admin' && !reaches(parent, who),
  );

function listTests(entity: EntityModel): string[] {
  if (!readsOwnOnly(entity)) return [];
  const { path } = entity.names;
  const tried = rolesTried(entity);
  const managers = tried.filter((role) => reaches(entity, role));
  const seen = tried.map(
    (role) =>
      `expect(await listFor(callers${propertyOf(role)})).toEqual([${managers.includes(role) ? 'id' : ''}]);`,
  );
  return [
    `it('shows each caller their own, and ${['admins', ...managers.map((role) => `holders of ${role}`)].join(' and ')} all', async () => {
    const { id, callers } = await setUp();
    const listFor = ({ headers }: { headers: Record<string, string> }) =>
      idsOf(clientOf(app, headers), '/${path}');
    expect(await listFor(callers.owner)).toEqual([id]);
    expect(await listFor(callers.stranger)).toEqual([]);
    expect(await listFor(callers.admin)).toEqual([id]);
    ${seen.join('\n    ')}
  });`,
  ];
}

function ownerTests(entity: EntityModel): string[] {
  const owning = owningReference(entity);
  if (!owning) return [];
  return [
    `it('go to the owner of their ${owning.parent.names.label} when an admin creates them', async () => {
    const { callers } = await setUp();
    const { userId } = callers.owner;
    const client = clientOf(app, callers.admin.headers);
    const created = await client.post('/${entity.names.path}', ${bodyCall(entity, 'userId')});
    expect(created.json()).toMatchObject({ ownerId: userId });
  });`,
  ];
}

const guardTests = (entity: EntityModel): string[] =>
  guardedReferences(entity).flatMap((reference) => {
    const writer = writerWithout(entity, reference.parent);
    return writer ? [guardTest(entity, reference, writer)] : [];
  });

/** Who may write the entity but not read every parent. */
function writerWithout(entity: EntityModel, parent: EntityModel): string | undefined {
  if (entity.access.create !== 'admin') return entity.owned ? 'stranger' : 'member';
  return rolesTried(entity).find((role) => reaches(entity, role) && !reaches(parent, role));
}

function guardTest(entity: EntityModel, { column, parent }: Reference, writer: string): string {
  const { path, type } = entity.names;
  const { one } = parent.names;
  const caller = `callers${propertyOf(writer)}`;
  const canChange = !column.fixed && (entity.access.change !== 'admin' || reaches(entity, writer));
  const own = entity.owned ? `, { ownerId: ${caller}.userId }` : '';
  return `it('lets nobody refer to ${withArticle(parent.names.label)} that they cannot read', async () => {
    const { callers } = await setUp();
    const ${one} = await insert${parent.names.type}(app);
    const client = clientOf(app, ${caller}.headers);
    const hidden = { ${column.name}: ${one}.id };
    const created = await client.post('/${path}', { ...${bodyCall(entity, `${caller}.userId`).replace(/^await (.*)$/, '(await $1)')}, ...hidden });
    expect(created.statusCode).toBe(422);
    ${
      canChange
        ? `const { id } = await insert${type}(app${own});
    expect((await client.patch(\`/${path}/\${id}\`, hidden)).statusCode).toBe(422);`
        : ''
    }
  });`;
}
