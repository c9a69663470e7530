import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTree } from '../../../src/registry/read-tree.ts';
import { aWorkingTree, call, openStdio, program, renderedTree } from './tools.ts';

const folder = aWorkingTree();
let client: Client;
beforeAll(async () => {
  client = await openStdio(folder);
});
afterAll(() => client.close());

const tool = (name: string, args: Record<string, unknown>) => call(client, name, args);

describe('the tools over stdio', () => {
  it('are five, and say which of them writes', async () => {
    const { tools } = await client.listTools();
    const writing = tools.filter(({ annotations }) => !annotations?.readOnlyHint);
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'check_plan',
      'describe_module',
      'plan_server',
      'render_server',
      'search_modules',
    ]);
    expect(writing.map(({ name }) => name)).toEqual(['render_server']);
    const plan = tools.find(({ name }) => name === 'check_plan')?.inputSchema.properties?.plan;
    expect(plan).toMatchObject({ type: 'object', properties: { modules: { type: 'array' } } });
    const check = tools.find(({ name }) => name === 'check_plan')?.inputSchema;
    expect(check?.required).toEqual(['plan']);
  });

  it('search modules, and describe one', async () => {
    const { modules } = await tool('search_modules', { words: 'вход по паролю' });
    expect(modules[0].id).toBe('auth-password');
    const { requires } = await tool('describe_module', { id: 'auth-password' });
    expect(requires).toContainEqual({ capability: 'users', version: '^1.0.0' });
    const { contents } = await client.readResource({ uri: 'sotacode://modules/crud' });
    expect(contents[0]).toMatchObject({ mimeType: 'application/json' });
  });

  it('plan, check and render into the working tree what the plan renders to', async () => {
    const { plan, usage } = await tool('plan_server', { request: 'a blog with comments' });
    expect(usage).toBeNull();
    expect(await tool('check_plan', { plan })).toMatchObject({ compatible: true, problems: [] });
    const { files, ...written } = await tool('render_server', { plan, folder: 'apps/blog' });
    expect(written).toEqual({ isError: false, folder: join(folder, 'apps/blog'), leftovers: [] });
    const expected = renderedTree(plan);
    expect(files).toEqual([...expected.keys()]);
    expect(await readTree(join(folder, 'apps/blog'))).toEqual(expected);
  });

  it('render again over what nobody edited, and name what is left over', async () => {
    const { plan } = await tool('plan_server', { request: 'a to-do list with accounts' });
    const { leftovers } = await tool('render_server', { plan, folder: 'apps/blog' });
    expect(leftovers).toContain('src/entities/posts/table.ts');
    expect(leftovers).not.toContain('package.json');
    const title = readFileSync(join(folder, 'apps/blog/README.md'), 'utf8');
    expect(title).toContain(plan.title);
  });

  it('never replace an edited file, and then write nothing', async () => {
    writeFileSync(join(folder, 'apps/blog/src/app.ts'), '// mine\n');
    const answer = await tool('render_server', { request: 'a blog', folder: 'apps/blog' });
    expect(answer).toMatchObject({ isError: true, problems: [{ code: 'folder.files-exist' }] });
    expect(answer.problems[0].sentence).toContain('src/app.ts');
    expect(existsSync(join(folder, 'apps/blog/src/entities/posts/join.ts'))).toBe(false);
    expect(readFileSync(join(folder, 'apps/blog/src/app.ts'), 'utf8')).toBe('// mine\n');
  });

  it.each(['..', '/etc', 'apps/../../elsewhere', 'link'])('never leave for %s', async (outside) => {
    if (outside === 'link') symlinkSync('/var', join(folder, 'link'));
    const answer = await tool('render_server', { request: 'a blog', folder: outside });
    expect(answer).toMatchObject({ isError: true, problems: [{ code: 'folder.outside' }] });
  });

  it('never follow a link inside the folder', async () => {
    mkdirSync(join(folder, 'linked'));
    const outside = aWorkingTree();
    symlinkSync(outside, join(folder, 'linked/src'));
    const answer = await tool('render_server', { request: 'a blog', folder: 'linked' });
    expect(answer).toMatchObject({ isError: true, problems: [{ code: 'folder.files-exist' }] });
    expect(existsSync(join(outside, 'app.ts'))).toBe(false);
  });

  it.each([
    ['describe_module', { id: 'healht' }, 'module.unknown'],
    ['check_plan', { plan: { name: '../x' } }, 'plan.invalid'],
    ['plan_server', { request: '' }, 'request.empty'],
    ['render_server', { folder: 'x' }, 'input.invalid'],
    ['render_server', { folder: 'x', request: 'qwerty' }, 'request.unclear'],
    ['render_server', { folder: '.env', request: 'a blog' }, 'folder.unwritable'],
  ])('%s says what is wrong with %j: %s', async (name, args, code) => {
    const { isError, problems } = await tool(name, args);
    expect({ isError, code: problems[0].code }).toEqual({ isError: true, code });
    expect(problems[0].sentence).not.toBe('');
    expect(problems[0].suggestion).not.toBe('');
  });
});

it("writes below the client's own roots when it names them", async () => {
  const root = aWorkingTree();
  const rooted = await openStdio(folder, [root]);
  const inside = await call(rooted, 'render_server', { request: 'a blog', folder: 'blog' });
  expect(inside.folder).toBe(join(root, 'blog'));
  const elsewhere = await call(rooted, 'render_server', { request: 'a blog', folder });
  expect(elsewhere.problems[0].code).toBe('folder.outside');
  await rooted.close();
});

it('says nothing but the protocol on stdout, and ends with its client', () => {
  const message = { jsonrpc: '2.0', id: 1, method: 'ping' };
  const { stdout, status } = spawnSync('node', [program, 'mcp'], {
    cwd: folder,
    input: `${JSON.stringify(message)}\n`,
    encoding: 'utf8',
  });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([{ jsonrpc: '2.0', id: 1, result: {} }]);
  expect(status).toBe(0);
});
