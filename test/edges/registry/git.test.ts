import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../src/core/render/render.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import type { Catalogue, Pins } from '../../../src/flows/ports.ts';
import { gitCatalogue } from '../../../src/registry/git/git-catalogue.ts';
import { gitReleases } from '../../../src/registry/git/git-releases.ts';
import { lockPackages } from '../../../src/registry/npm/lock-packages.ts';
import { registry } from '../../../src/registry/registry.ts';
import { treeCatalogue } from '../../../src/registry/tree-catalogue.ts';
import { aPlan } from '../../builders.ts';
import { copyHello, remark } from './copy-hello.ts';

const source = join(import.meta.dirname, '../../..');
const plugin = 'src/modules/hello/index.ts';
let repository: string;
const hello = () => join(repository, 'modules/hello');
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });

/** Changes the module, and leaves the commit and the tag of a release. */
async function release(version: string): Promise<void> {
  await copyHello(hello(), { version });
  await remark(hello(), version);
  git('add', '-A');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-qm', version);
  git('tag', `@sotacode/hello@${version}`);
}

async function rendered(
  catalogue: Catalogue,
  pins: Pins = {},
): Promise<ReadonlyMap<string, string>> {
  const data = await catalogue.load(pins);
  const plan = aPlan(['hello']);
  const resolution = resolve(plan, data);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return render(resolution.value, data).files;
}

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'releases-'));
  for (const path of ['modules', 'templates', 'package-lock.json']) {
    await cp(join(source, path), join(repository, path), { recursive: true });
  }
  git('init', '-q', '-b', 'main');
  await release('1.0.0');
  await release('1.1.0');
  await writeFile(join(hello(), 'files', plugin), '// not committed\n');
}, 60_000);
afterAll(() => rm(repository, { recursive: true }));

describe('released versions in git', () => {
  it('are those that were tagged', async () => {
    expect((await gitReleases(repository).versions('hello')).sort()).toEqual(['1.0.0', '1.1.0']);
    expect(await gitReleases(repository).versions('hell')).toEqual([]);
  });

  it('have the files that they had', async () => {
    const old = await gitReleases(repository).find('hello', '1.0.0');
    expect(old).toMatchObject({ id: 'hello', version: '1.0.0' });
    expect(old?.files.get(plugin)).toMatch(/^\/\/ 1\.0\.0\n/);
    expect(await gitReleases(repository).find('hello', '9.0.0')).toBeNull();
  });

  it('can be rendered for ever, beside the newest of everything else', async () => {
    const first = await rendered(gitCatalogue(repository, '@sotacode/hello@1.0.0'));
    const catalogue = registry({
      current: treeCatalogue(repository),
      releases: [gitReleases(repository)],
      lockPackages,
    });
    expect((await rendered(catalogue)).get(plugin)).toContain('not committed');
    const pinned = await rendered(catalogue, { hello: '1.0.0' });
    expect([...pinned].filter(([path, text]) => first.get(path) !== text)).toEqual([]);
    expect(pinned.size).toBe(first.size);
  });

  it('are refused by name and version when nobody released them', async () => {
    const catalogue = registry({
      current: treeCatalogue(repository),
      releases: [gitReleases(repository)],
      lockPackages,
    });
    await expect(catalogue.load({ hello: '7.0.0' })).rejects.toThrow(
      'Version 7.0.0 of the module hello',
    );
  });
});

describe('the catalogue of a commit', () => {
  it('does not see what came later', async () => {
    const { modules } = await gitCatalogue(repository, 'main~1').load();
    expect(modules.get('hello')?.files.get(plugin)).toMatch(/^\/\/ 1\.0\.0\n/);
  });

  it('says which revision git does not know', async () => {
    await expect(gitCatalogue(repository, 'nowhere').load()).rejects.toThrow('nowhere');
  });
});
