import { expect, it } from 'vitest';
import { checkOverwrites } from '../../../src/core/merge/check-overwrites.ts';
import { blobId } from '../../../src/core/render/blob-id.ts';
import type { Rendered } from '../../../src/core/render/render.ts';

const server = {
  files: new Map([
    ['README.md', '# New\n'],
    ['src/app.ts', 'new'],
  ]),
} as unknown as Rendered;
const repositoryWith = (files: Record<string, string>) => ({
  repository: 'shop',
  files: new Map(Object.entries(files).map(([path, content]) => [path, blobId(content)])),
});

it.each([
  ['nothing', {}],
  ['other files', { LICENSE: 'MIT' }],
  ['the README of a new repository', { 'README.md': '# shop' }],
  ['the same file', { 'src/app.ts': 'new' }],
])('a repository with %s takes the server', (_, files) => {
  expect(checkOverwrites(repositoryWith(files), server)).toEqual({ ok: true, value: server });
});

it.each([
  ["a README of somebody's own", { 'README.md': '# shop\nOurs' }, 'README.md', 'server'],
  ['code', { 'src/app.ts': 'mine', 'server/a.ts': '' }, 'src/app.ts', 'api'],
  [
    'every name taken',
    { 'src/app.ts': '', 'server/a': '', 'api/a': '', 'backend/a': '' },
    'src/app.ts',
    'apps/server',
  ],
])('a repository with %s is asked for a folder', (_, files, paths, directory) => {
  expect(checkOverwrites(repositoryWith(files), server)).toEqual({
    ok: false,
    problems: [{ code: 'files.exist', params: { paths, directory } }],
  });
});
