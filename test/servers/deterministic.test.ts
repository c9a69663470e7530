import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const program = join(import.meta.dirname, 'print-tree-hash.ts');

/** The hash of a rendered shop, from a process of its own. */
async function treeHash(env: Record<string, string>, cwd: string): Promise<string> {
  const { stdout } = await run(process.execPath, [program], {
    cwd,
    env: { ...process.env, ...env },
  });
  return stdout.trim();
}

it('renders the same bytes whatever the time zone, language, folder and run', async () => {
  const here = await treeHash({ TZ: 'UTC', LC_ALL: 'C' }, '/');
  const there = await treeHash({ TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' }, import.meta.dirname);
  expect(here).toMatch(/^[0-9a-f]{64}$/);
  expect(there).toBe(here);
});
