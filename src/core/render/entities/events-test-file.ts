import { code } from './code.ts';
import {
  changeableColumns,
  type EntityModel,
  heardThrough,
  isManaged,
  managedColumns,
  type Reference,
} from './entity-model.ts';
import { bodyCall, bodyNeedsOwner } from './factory-file.ts';
import { roleImport, rolesTried, signInRole } from './test-callers.ts';
import { writerOf } from './test-context.ts';
import { assignment } from './test-values.ts';

/** test/entities/products/events.test.ts, or nothing where clients cannot listen. */
export function eventsTestFile(entity: EntityModel): string | undefined {
  if (!entity.events) return undefined;
  const { type, one, path, file, labels } = entity.names;
  return code`
import { describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ${one}Body, ${one}Fields, insert${type} } from '../../factories/${file}.ts';
${parentImports(entity)}
import { clientOf } from '../../helpers/client.ts';
import { eventually } from '../../helpers/eventually.ts';
import { openApp } from '../../helpers/open-app.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
${roleImport}

const { app, listen } = await openApp();

${setUp(entity)}

describe('rooms of ${labels}', () => {
  ${heardTest(entity)}

  ${joinTest(entity)}

  it('are there for what exists only', async () => {
    const { join } = await setUp();
    expect(await join(\`${path}/\${uuid()}\`)).toBe('forbidden');
    expect(await join('${path}/none')).toBe('forbidden');
  });
});
`;
}

const hasAccounts = (entity: EntityModel) => writerOf(entity) !== 'public' || isManaged(entity);

function setUp(entity: EntityModel): string {
  const [signed, userId] = [hasAccounts(entity), bodyNeedsOwner(entity) ? ', userId' : ''];
  return code`
/** A client that may do and hear everything. */
async function setUp() {
  await resetDatabase(app);
  ${signed ? `const { headers${userId} } = await signIn(app, { role: 'admin' });` : ''}
  return {
    client: clientOf(app${signed ? ', headers' : ''}),
    body: ${body(entity)},
    ...(await listen(${signed ? 'headers' : ''})),
  };
}`;
}

/** A body that says whatever can be said. */
function body(entity: EntityModel): string {
  const call = bodyCall(entity, 'userId');
  const references = entity.references.filter(({ column }) => !column.required);
  if (references.length === 0) return call;
  const own = call === '{}' ? [] : [`...${call.startsWith('await') ? `(${call})` : call}`];
  const ids = references.map(
    ({ column, parent }) => `${column.name}: (await insert${parent.names.type}(app)).id`,
  );
  return `{ ${[...own, ...ids].join(', ')} }`;
}

const parentImports = ({ names, references }: EntityModel) =>
  [...new Set(references.map(({ parent }) => parent.names))]
    .filter(({ type }) => type !== names.type)
    .map(({ type, file }) => `import { insert${type} } from '../../factories/${file}.ts';`)
    .join('\n');

function heardTest(entity: EntityModel): string {
  const { path, file } = entity.names;
  const told = heardThrough(entity);
  const untold = entity.references.filter((reference) => !told.includes(reference));
  const rooms = (references: Reference[]) => `[${references.map(roomOf).join(', ')}]`;
  const own = told.length > 0 ? '[own, ...parents]' : '[own]';
  const change = changeableColumns(entity).slice(0, 1).map(sameValue).join('');
  const managed = managedColumns(entity).map((column) => assignment(column));
  const joined = [...(told.length > 0 ? ['...parents'] : []), ...untold.map(roomOf)];
  return code`it('hear what becomes of them', async () => {
    const { client, body, join, heard } = await setUp();
    ${told.length > 0 ? `const parents = ${rooms(told)};` : ''}
    ${joined.length > 0 ? `for (const room of ${untold.length > 0 ? `[${joined.join(', ')}]` : 'parents'}) await join(room);` : ''}
    const created = await client.post('/${path}', body);
    const { id } = created.json<{ id: string }>();
    const own = \`${path}/\${id}\`;
    await join(own);
    const changed = await client.patch(\`/${path}/\${id}\`, { ${change} });
    ${isManaged(entity) ? `const managed = await client.patch(\`/${path}/\${id}/managed\`, { ${managed.join(', ')} });` : ''}
    await client.delete(\`/${path}/\${id}\`);

    const events = (rooms: string[], name: string, data: object) =>
      rooms.map((room) => ({ type: 'event', room, name, data }));
    await eventually(() =>
      expect(heard()).toEqual([
        ${told.length > 0 ? `...events(parents, '${file}-created', created.json()),` : ''}
        ...events(${own}, '${file}-updated', changed.json()),
        ${isManaged(entity) ? `...events(${own}, '${file}-updated', managed.json()),` : ''}
        ...events(${own}, '${file}-deleted', { id }),
      ]),
    );
  });`;
}

const roomOf = ({ column, parent }: Reference) =>
  `\`${parent.names.path}/\${body.${column.name}}\``;

const sameValue = ({ name }: { name: string }) => `${name}: body.${name}`;

/** Where there are no accounts, the listener of the other tests is nobody. */
function joinTest(entity: EntityModel): string {
  if (!hasAccounts(entity)) return '';
  const { path, type } = entity.names;
  const people = entity.owned ? ['stranger', 'owner'] : ['member'];
  const roles = rolesTried(entity);
  const cases = ['nobody', ...people, 'admin', ...roles].map(
    (who) => `['${who}', '${mayListen(entity, who) ? 'ok' : 'forbidden'}']`,
  );
  return code`it.each([
    ${cases.join(',\n    ')},
  ] as const)('answer %s with %s', async (who, answer) => {
    await resetDatabase(app);
    const callers = {
      nobody: { headers: {} },
      ${people.map((person) => `${person}: await signIn(app),`).join('\n      ')}
      admin: await signIn(app, { role: 'admin' }),
      ${roles.map((role) => `${signInRole(role)},`).join('\n      ')}
    };
    const { id } = await insert${type}(app${entity.owned ? ', { ownerId: callers.owner.userId }' : ''});
    const { join } = await listen(callers[who].headers);
    expect(await join(\`${path}/\${id}\`)).toBe(answer);
  });`;
}

const mayListen = ({ access }: EntityModel, who: string): boolean =>
  access.read === 'public' ||
  who === 'admin' ||
  (access.read === 'authenticated' && who !== 'nobody') ||
  (access.read === 'owner' && who === 'owner');
