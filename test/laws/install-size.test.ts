import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

// Folders that begin with a dot are caches of tools, written by use. Bytes of files, because blocks
// differ from one file system to the next.
it('an installation stays below 700 MB', () => {
  const [megabytes] = execFileSync(
    'du',
    ['-sm', '--apparent-size', '--exclude=.*', join(root, 'node_modules')],
    {
      encoding: 'utf8',
    },
  ).split('\t');
  expect(Number(megabytes)).toBeLessThan(700);
});
