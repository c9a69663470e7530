import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/flows/ports.ts';
import { gitCatalogue } from '../../src/registry/git/git-catalogue.ts';
import { installedCatalogue } from '../../src/registry/installed-catalogue.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const root = join(import.meta.dirname, '../..');

/** What every catalogue does, whichever adapter it is. */
const adapters: [name: string, open: () => Catalogue][] = [
  ['a checkout', () => treeCatalogue(root)],
  ['a commit', () => gitCatalogue(root, 'HEAD')],
  ['an installation', () => installedCatalogue(root, {})],
];

describe.each(adapters)('the catalogue of %s', (_, open) => {
  it('has every module with its files, and what servers are laid over', async () => {
    const catalogue = await open().load();
    expect([...catalogue.modules.keys()]).toEqual(
      expect.arrayContaining(['base', 'hello', 'crud']),
    );
    expect(catalogue.modules.get('hello')?.files.get('src/modules/hello/index.ts')).toContain(
      'fp(',
    );
    expect(catalogue.skeleton.get('src/app.ts')).toContain('buildApp');
    expect(catalogue.templates.has('README.md.hbs')).toBe(true);
    expect(catalogue.messages.has('pull-request.en.md.hbs')).toBe(true);
    expect(catalogue.blueprints.map(({ id }) => id)).toContain('shop');
    expect(catalogue.npmLock.lockfileVersion).toBe(3);
  });

  it('gives the same data each time', async () => {
    const catalogue = open();
    expect(await catalogue.load()).toBe(await catalogue.load());
    expect(await open().load()).toEqual(await catalogue.load());
  });
});

describe('a checkout with a broken module', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
    for (const path of ['templates', 'package-lock.json', 'modules/hello']) {
      await cp(join(root, path), join(folder, path), { recursive: true });
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is refused with the module and what its manifest lacks', async () => {
    await mkdir(join(folder, 'modules/broken'));
    const manifest = { name: '@sotacode/broken', version: '1.0.0', description: 'x', sotacode: {} };
    await writeFile(join(folder, 'modules/broken/package.json'), JSON.stringify(manifest));
    await expect(treeCatalogue(folder).load()).rejects.toThrow(/modules\/broken.*\n?.*title/s);
  });
});
