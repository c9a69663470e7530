import { code } from './code.ts';
import { type EntityModel, type JoinModel, stricter } from './entity-model.ts';
import { isLimited } from './permissions-of.ts';
import { changesOwnOnly, readsOwnOnly } from './queries-file.ts';
import { pairRoles } from './test-callers.ts';

/** test/entities/posts-tags.test.ts */
export function joinTestFile(join: JoinModel): string {
  const { from, to, path, names } = join;
  const source = from.names.one;
  return code`
import { beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { insert${from.names.type} } from '../factories/${from.names.file}.ts';
${from === to ? '' : `import { insert${to.names.type} } from '../factories/${to.names.file}.ts';`}
import { clientOf } from '../helpers/client.ts';
import { idsOf } from '../helpers/ids-of.ts';
import { resetDatabase } from '../helpers/reset-database.ts';
import { signIn } from '../helpers/sign-in.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { testApp } from '../helpers/test-app.ts';

const app = await testApp();

beforeEach(() => resetDatabase(app));

async function setUp() {
  ${signInLine(join)}
  const ${source} = await insert${from.names.type}(app${ownedBy(from)});
  return { client: clientOf(app${needsSignIn(join) ? ', headers' : ''}), url: \`/${from.names.path}/\${${source}.id}/${path}\`, insert: () => insert${to.names.type}(app${ownedBy(to)}) };
}

describe('${names.folder.replaceAll('-', ' ')}', () => {
  it('are added, listed page by page and removed', async () => {
    const { client, url, insert } = await setUp();
    const first = await insert();
    const second = await insert();
    for (const { id } of [first, second, second])
      expect((await client.put(\`\${url}/\${id}\`)).statusCode).toBe(204);

    expect(await idsOf(client, \`\${url}?sort=createdAt\`)).toEqual([first.id, second.id]);
    const page = (await client.get(\`\${url}?limit=1\`)).json<{ nextCursor: string }>();
    expect(await idsOf(client, \`\${url}?limit=1&cursor=\${page.nextCursor}\`)).toEqual([first.id]);

    expect((await client.delete(\`\${url}/\${first.id}\`)).statusCode).toBe(204);
    expect(await idsOf(client, url)).toEqual([second.id]);
  });

  it('answer 404 when either end does not exist', async () => {
    const { client, url, insert } = await setUp();
    const { id } = await insert();
    const nowhere = \`/${from.names.path}/\${uuid()}/${path}\`;
    expect((await client.get(nowhere)).statusCode).toBe(404);
    expect((await client.put(\`\${nowhere}/\${id}\`)).statusCode).toBe(404);
    expect((await client.delete(\`\${nowhere}/\${id}\`)).statusCode).toBe(404);
    expect((await client.put(\`\${url}/\${uuid()}\`)).statusCode).toBe(404);
  });

  ${accessTests(join).join('\n\n  ')}
});
`;
}

const needsSignIn = ({ access }: JoinModel) =>
  access.read !== 'public' || access.change !== 'public';

const ownedBy = (entity: EntityModel) => (entity.owned ? ', { ownerId: userId }' : '');

function signInLine(join: JoinModel): string {
  if (!needsSignIn(join)) return '';
  const isAdmin = stricter(join.access.read, join.access.change) === 'admin';
  const wanted = join.from.owned || join.to.owned ? '{ headers, userId }' : '{ headers }';
  return `const ${wanted} = await signIn(app${isAdmin ? ", { role: 'admin' }" : ''});`;
}

function accessTests(join: JoinModel): string[] {
  const { from, to, access } = join;
  const strangerStatus = readsOwnOnly(from) ? 404 : 403;
  const tests: string[] = roleTests(join);
  if (access.change !== 'public')
    tests.push(`it('are not for callers who have not signed in', async () => {
    const { url, insert } = await setUp();
    const { id } = await insert();
    expect((await clientOf(app).put(\`\${url}/\${id}\`)).statusCode).toBe(401);
    expect((await clientOf(app).delete(\`\${url}/\${id}\`)).statusCode).toBe(401);
  });`);
  if (changesOwnOnly(from) && access.change !== 'admin')
    tests.push(`it('are not for strangers to change', async () => {
    const { url } = await setUp();
    const stranger = await signIn(app);
    const client = clientOf(app, stranger.headers);
    const { id } = await insert${to.names.type}(app${to.owned ? ', { ownerId: stranger.userId }' : ''});
    expect((await client.put(\`\${url}/\${id}\`)).statusCode).toBe(${strangerStatus});
    expect((await client.delete(\`\${url}/\${id}\`)).statusCode).toBe(${strangerStatus});
  });`);
  if (readsOwnOnly(to) && access.change !== 'admin')
    tests.push(`it('do not take what the caller cannot read', async () => {
    const { client, url } = await setUp();
    const { id } = await insert${to.names.type}(app);
    expect((await client.put(\`\${url}/\${id}\`)).statusCode).toBe(404);
  });`);
  return tests;
}

/** Who manages the ends may change anybody's pairs; other roles are of no help. */
function roleTests(join: JoinModel): string[] {
  if (!isLimited(join.access.change)) return [];
  const { may, other } = pairRoles(join);
  return [
    ...(may ? [roleTest(join, may, 'are added and removed by', 204)] : []),
    ...(other ? [roleTest(join, other.role, 'are closed to', other.status)] : []),
  ];
}

const roleTest = ({ to }: JoinModel, role: string, does: string, status: number) =>
  `it('${does} holders of ${role}', async () => {
    const { url } = await setUp();
    const holder = await signInAs(app, '${role}');
    const client = clientOf(app, holder.headers);
    const { id } = await insert${to.names.type}(app${to.owned ? ', { ownerId: holder.userId }' : ''});
    expect((await client.put(\`\${url}/\${id}\`)).statusCode).toBe(${status});
    expect((await client.delete(\`\${url}/\${id}\`)).statusCode).toBe(${status});
  });`;
