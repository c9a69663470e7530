import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CallToolResultSchema, ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { wholeRepository } from '../../../src/core/render/place.ts';
import { render } from '../../../src/core/render/render.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import { catalogue } from '../web/open-web.ts';

export const program = join(import.meta.dirname, '../../../src/cli/main.ts');

/** A git working tree with a `.env`, which must not make the tools speak out of turn. */
export function aWorkingTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sotacode-mcp-'));
  execFileSync('git', ['init', '--quiet', folder]);
  writeFileSync(join(folder, '.env'), 'OPENAI_API_KEY=\n');
  return folder;
}

/** The SDK's client; `roots` are the folders that it offers. */
export function aClient(roots?: string[]): Client {
  const capabilities = roots ? { roots: {} } : {};
  const client = new Client({ name: 'test', version: '1.0.0' }, { capabilities });
  if (roots) {
    client.setRequestHandler(ListRootsRequestSchema, () => ({
      roots: roots.map((root) => ({ uri: `file://${root}` })),
    }));
  }
  return client;
}

/** A client of `sotacode mcp`, started in a folder. */
export async function openStdio(cwd: string, roots?: string[]): Promise<Client> {
  const client = aClient(roots);
  const args = [program, 'mcp'];
  await client.connect(new StdioClientTransport({ command: 'node', args, cwd, stderr: 'inherit' }));
  return client;
}

/** Calls a tool; what it answers as data, and whether it failed. */
export async function call(client: Client, name: string, args: Record<string, unknown>) {
  const { content, isError } = CallToolResultSchema.parse(
    await client.callTool({ name, arguments: args }),
  );
  const [text] = content;
  const data = JSON.parse(text?.type === 'text' ? text.text : '{}');
  return { isError: isError === true, ...data } as Answer;
}
// biome-ignore lint/suspicious/noExplicitAny: what a tool answers is what the test asserts
type Answer = { isError: boolean } & Record<string, any>;

export function renderedTree(plan: Plan): Map<string, string> {
  const resolved = resolve(plan, catalogue);
  if (!resolved.ok) throw new Error('The plan does not resolve');
  return new Map(render(resolved.value, catalogue, wholeRepository).files);
}
