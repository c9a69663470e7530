import { expect, test } from 'vitest';
import { overwrittenPaths } from '../../../src/core/merge/overwritten-paths.ts';
import { blobId } from '../../../src/core/render/blob-id.ts';

const base = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, content]) => [path, blobId(content)]));
const proposal = new Map([
  ['README.md', '# Shop server\n'],
  ['src/app.ts', 'export {}\n'],
]);

test.each<[string, Record<string, string>, string[]]>([
  ['an empty repository', {}, []],
  ['other files', { LICENSE: 'MIT' }, []],
  ['the same content', { 'src/app.ts': 'export {}\n' }, []],
  ['the title README of a new repository', { 'README.md': '# shop' }, []],
  ['a written README', { 'README.md': '# shop\nOurs.' }, ['README.md']],
  ['code', { 'src/app.ts': 'mine', 'README.md': 'mine' }, ['README.md', 'src/app.ts']],
])('%s', (_, files, paths) => {
  expect(overwrittenPaths(base(files), proposal, ['# shop'])).toEqual(paths);
});
