import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { openWeb } from './open-web.ts';

const run = promisify(execFile);
const page = readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8');
const examples = [...page.matchAll(/```sh\n(.+?)\n```\n\n```(json)?\n(.+?)\n```/gs)].map(
  ([, command = '', kind, answer = '']) => ({ command, kind, answer }),
);

const { web } = await openWeb();
const url = await web.listen({ host: '127.0.0.1', port: 0 });
const env = { ...process.env, LC_ALL: 'C' };
const cwd = mkdtempSync(join(tmpdir(), 'sotacode-docs-'));
afterAll(() => web.close());

it('docs/api.md has an example of every route', () => {
  const commands = examples.map(({ command }) => command).join('\n');
  for (const route of [
    '/api/modules?',
    '/api/modules/',
    '/api/plan',
    '/api/resolve',
    '/api/render',
  ])
    expect(commands).toContain(route);
});

it.each(examples)('$command', async ({ command, kind, answer }) => {
  const here = command.replaceAll('http://localhost:3000', url);
  const { stdout } = await run('bash', ['-c', here], { cwd, env });
  if (kind === 'json') expect(shortened(JSON.parse(stdout))).toMatchObject(JSON.parse(answer));
  else expect(stdout.trim()).toBe(answer);
});

/** The page shows the first of many modules. */
function shortened(answer: { modules?: unknown[] }) {
  return answer.modules ? { ...answer, modules: answer.modules.slice(0, 1) } : answer;
}

it('says each limit and its default as the code has it', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../../../src/web/read-web-settings.ts'),
    'utf8',
  );
  const inCode = [...source.matchAll(/^ {2}(SOTACODE_\w+): (?:count\((\d+)\))?/gm)];
  const inPage = [...page.matchAll(/^\| `(SOTACODE_\w+)` \| (\d*)/gm)];
  const sorted = (found: RegExpExecArray[]) =>
    found.map(([, name, value]) => `${name} ${value ?? ''}`).sort();
  expect(sorted(inPage)).toEqual(sorted(inCode));
});
