import { code } from './code.ts';
import type { Column } from './column.ts';
import { type EntityModel, isManaged, managedColumns, writableColumns } from './entity-model.ts';
import { words } from './names.ts';
import { reaches, roleImport, rolesTried } from './test-callers.ts';
import { assignment, expectedDefault, wrongCases } from './test-values.ts';

/** test/entities/orders/managed.test.ts, or nothing where admins set nothing of their own. */
export function managedTestFile(entity: EntityModel): string | undefined {
  if (!isManaged(entity)) return undefined;
  const { path, labels } = entity.names;
  const managed = managedColumns(entity);
  const roles = rolesTried(entity);
  const may = roles.filter((role) => reaches(entity, role));
  const [other] = writableColumns(entity);
  const wrong = [...managed, ...(other ? [other] : [])];
  return code`
import { describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { clientOf } from '../../helpers/client.ts';
import { signIn } from '../../helpers/sign-in.ts';
${roleImport}
import { app, setUp } from './set-up.ts';

const url = (id: string) => \`/${path}/\${id}/managed\`;
const change = { ${managed.map((column) => assignment(column)).join(', ')} };

async function setUpCallers() {
  const { insert } = await setUp();
  const member = await signIn(app);
  const admin = await signIn(app, { role: 'admin' });
  const { id } = await insert(${entity.owned ? '{ ownerId: member.userId }' : ''});
  const callers = {
    nobody: clientOf(app),
    ${memberOf(entity)}: clientOf(app, member.headers),
    admin: clientOf(app, admin.headers),
    ${roles.map(roleClient).join('\n    ')}
  };
  return { ${managed.some(({ unique }) => unique) ? 'insert, ' : ''}id, callers };
}

describe('what ${entity.permissions ? 'is managed of' : 'only admins set on'} ${labels}', () => {
  it('starts as it should', async () => {
    const { client, body } = await setUp();
    const { json } = await client.post('/${path}', body);
    expect(json()).toMatchObject({ ${managed.map(expectedDefault).join(', ')} });
  });

  ${may.length > 0 ? `it.each(['admin', '${may.join("', '")}'] as const)('is set by %s', async (who) => {` : "it('is set by an admin', async () => {"}
    const { id, callers } = await setUpCallers();
    const { statusCode, headers, json } = await callers${may.length > 0 ? '[who]' : '.admin'}.patch(url(id), change);
    expect(statusCode).toBe(200);
    expect(headers.etag).toBe('"2"');
    expect(json()).toMatchObject({ ...change, version: 2 });
    expect((await callers.admin.get(\`/${path}/\${id}\`)).json()).toEqual(json());
  });

  it.each([
    ['nobody', 401],
    ['${memberOf(entity)}', 403],
    ${roles
      .filter((role) => !may.includes(role))
      .map((role) => `['${role}', 403],`)
      .join('')}
  ] as const)('is not set by %s, who hears %i', async (who, status) => {
    const { id, callers } = await setUpCallers();
    const before = await callers.admin.get(\`/${path}/\${id}\`);
    expect((await callers[who].patch(url(id), change)).statusCode).toBe(status);
    expect((await callers.admin.get(\`/${path}/\${id}\`)).json()).toEqual(before.json());
  });

  it.each([
    ['nothing', {}],
    ['an unknown field', { unknown: true }],
    ${wrong.flatMap(cases(managed)).join(',\n    ')},
  ])('is refused with %s', async (_, wrong) => {
    const { id, callers } = await setUpCallers();
    expect((await callers.admin.patch(url(id), wrong)).statusCode).toBe(400);
  });

  it('is not set on what has changed since, or is unknown', async () => {
    const { id, callers } = await setUpCallers();
    const set = (target: string, version: string) =>
      callers.admin.patch(url(target), change, { 'if-match': version });
    expect((await set(id, '"7"')).statusCode).toBe(412);
    expect((await set(uuid(), '"1"')).statusCode).toBe(404);
    expect((await set(id, '"1"')).statusCode).toBe(200);
  });

  ${managed
    .filter(({ unique }) => unique)
    .map(uniqueTest)
    .join('\n\n  ')}
});
`;
}

const roleClient = (role: string) =>
  `'${role}': clientOf(app, (await signInAs(app, '${role}')).headers),`;

const memberOf = ({ owned }: EntityModel) => (owned ? 'owner' : 'member');

/** Wrong values of what is managed, and right ones of what others write. */
const cases =
  (managed: readonly Column[]) =>
  (column: Column): string[] =>
    managed.includes(column)
      ? wrongCases(column)
      : [`['a field that others write', { ${assignment(column)} }]`];

function uniqueTest({ name, column, ...rest }: Column): string {
  const taken = `{ ${assignment({ name, column, ...rest })} }`;
  return `it('is never the same ${words(name).join(' ')} twice', async () => {
    const { id, callers, insert } = await setUpCallers();
    await insert(${taken});
    const { json } = await callers.admin.patch(url(id), ${taken});
    expect(json()).toMatchObject({ status: 409, code: '${column.replaceAll('_', '-')}-taken' });
  });`;
}
