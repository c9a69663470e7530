import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { treeCatalogue } from '../src/registry/tree-catalogue.ts';
import { filled } from './transcripts/filled.ts';

// Fills README.md's table of modules and its transcript: npm run readme (about two minutes)
const root = join(import.meta.dirname, '..');
const path = join(root, 'README.md');
const request = 'an online store with accounts, product catalogue, orders';

let readme = readFileSync(path, 'utf8');
readme = filled(readme, 'modules', await moduleRows());
readme = filled(readme, 'transcript:build', transcript());
writeFileSync(path, readme);

async function moduleRows(): Promise<string> {
  const { modules } = await treeCatalogue(root).load();
  const rows = [...modules.values()].map(
    ({ id, description }) => `| [\`${id}\`](modules/${id}) | ${description} |`,
  );
  return ['| module | what it is |', '| --- | --- |', ...rows].join('\n');
}

function transcript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'transcript-'));
  const args = ['src/cli/main.ts', 'build', request, '--repo', join(folder, 'my-shop'), '--verify'];
  const output = execFileSync('node', args, { cwd: root, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const text = stripVTControlCharacters(output).replaceAll(`${folder}/`, './');
  return `\`\`\`\n$ npx sotacode build "${request}" --repo ./my-shop --verify\n${withoutBody(text)}\n\`\`\``;
}

/** The pull request's body is Markdown of its own; the README shows its first lines. */
function withoutBody(text: string): string {
  const [steps = '', ...rest] = text.split('\n\n');
  const [title = '', summary = ''] = rest;
  const end = text.slice(text.lastIndexOf('\nBranch ') + 1).trim();
  return `${steps}\n\n${title}\n\n${summary}\n\n[… the pull request's text …]\n\n${end}`;
}
