import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aClient, call } from './tools.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/mcp.md'), 'utf8');
const examples = [
  ...page.matchAll(/^`(\w+)`\n\n```json\n(.+?)\n```\n\n```json\n(.+?)\n```/gms),
].map(([, name = '', args = '', answer = '']) => ({ name, args, answer }));

const client = aClient([mkdtempSync(join(tmpdir(), 'sotacode-docs-'))]);
beforeAll(async () => {
  const args = ['sotacode', 'mcp'];
  await client.connect(new StdioClientTransport({ command: 'npx', args, cwd: root }));
});
afterAll(() => client.close());

it('docs/mcp.md calls every tool', async () => {
  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name).sort();
  expect(examples.map(({ name }) => name).sort()).toEqual(names);
  for (const name of names) expect(page).toContain(`| \`${name}\` |`);
});

it.each(examples)('$name $args', async ({ name, args, answer }) => {
  const answered = await call(client, name, JSON.parse(args));
  const modules = answered.modules?.slice(0, 1);
  expect(modules ? { modules } : answered).toMatchObject(JSON.parse(answer));
});
