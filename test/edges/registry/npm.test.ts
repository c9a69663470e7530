import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../src/core/render/render.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import { lockPackages } from '../../../src/registry/npm/lock-packages.ts';
import { fetchModule, readModulePackages } from '../../../src/registry/npm/module-packages.ts';
import { npmReleases } from '../../../src/registry/npm/npm-releases.ts';
import { registry } from '../../../src/registry/registry.ts';
import { treeCatalogue } from '../../../src/registry/tree-catalogue.ts';
import { aPlan } from '../../builders.ts';
import { copyHello, remark } from './copy-hello.ts';
import { startRegistry } from './start-registry.ts';

const current = treeCatalogue(join(import.meta.dirname, '../../..'));
let npm: Awaited<ReturnType<typeof startRegistry>>;
let work: string;
let marker: string;
const options = () => ({ registry: npm.url, cache: join(work, 'cache') });

async function publishHello(version: string, name = '@sotacode/hello', more: object = {}) {
  const folder = join(work, `${name.replaceAll(/\W/g, '-')}-${version}`);
  await copyHello(folder, { name, version, ...more });
  await remark(folder, version);
  await npm.publish(folder);
}

async function publishPackage(name: string): Promise<void> {
  const folder = join(work, name.replaceAll(/\W/g, '-'));
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3' }));
  await npm.publish(folder);
}

/** A module under another name, as a third party publishes it. */
async function publishGreeter(): Promise<void> {
  const folder = join(work, 'greeter');
  const scripts = {
    preinstall: `touch ${marker}`,
    install: `touch ${marker}`,
    prepare: `touch ${marker}`,
  };
  await copyHello(folder, {
    name: '@acme/sotacode-hola',
    version: '1.0.0',
    scripts,
    dependencies: { '@acme/tiny': '^1.0.0' },
  });
  const own = (path: string) => join(folder, 'files', path, 'modules');
  for (const part of ['src', 'test']) await renameFolder(own(part), 'hello', 'hola');
  const manifest = join(folder, 'package.json');
  await writeFile(
    manifest,
    (await readFile(manifest, 'utf8')).replaceAll('modules/hello', 'modules/hola'),
  );
  await npm.publish(folder);
}

const renameFolder = async (parent: string, from: string, to: string) =>
  rename(join(parent, from), join(parent, to));

const integrityOf = async (name: string, version: string): Promise<string> => {
  const response = await fetch(`${npm.url}${name.replace('/', '%2f')}`);
  const { versions } = (await response.json()) as {
    versions: Record<string, { dist: { integrity: string } }>;
  };
  return versions[version]?.dist.integrity ?? '';
};

beforeAll(async () => {
  npm = await startRegistry();
  work = await mkdtemp(join(tmpdir(), 'npm-modules-'));
  marker = join(work, 'a-script-ran');
  await publishHello('1.0.0');
  await publishHello('1.1.0');
  await publishPackage('@acme/tiny');
  await publishGreeter();
  await rm(marker, { force: true });
}, 120_000);
afterAll(async () => {
  await npm.stop();
  await rm(work, { recursive: true });
});

describe('released versions on npm', () => {
  it('are those that were published', async () => {
    expect((await npmReleases(options()).versions('hello')).sort()).toEqual(['1.0.0', '1.1.0']);
    expect(await npmReleases(options()).versions('nothing')).toEqual([]);
  });

  it('have the files that were published', async () => {
    const old = await npmReleases(options()).find('hello', '1.0.0');
    expect(old?.files.get('src/modules/hello/index.ts')).toMatch(/^\/\/ 1\.0\.0\n/);
    expect(await npmReleases(options()).find('hello', '3.0.0')).toBeNull();
  });
});

describe('a module of a third party', () => {
  const hola = async () => ({
    name: '@acme/sotacode-hola',
    version: '1.0.0',
    integrity: await integrityOf('@acme/sotacode-hola', '1.0.0'),
  });

  it('is offered beside ours, with the packages that it needs', async () => {
    const source = await hola();
    const catalogue = await registry({
      current,
      releases: [],
      packages: async () => [await fetchModule(source, options())],
      lockPackages: (modules, npmLock) => lockPackages(modules, npmLock, options()),
    }).load();
    const plan = aPlan(['hola']);
    const resolution = resolve(plan, catalogue);
    if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
    const { files, lock } = render(resolution.value, catalogue);
    expect(files.has('src/modules/hola/index.ts')).toBe(true);
    expect(lock.modules.hola?.package).toEqual({ name: source.name, integrity: source.integrity });
    const npmLock = JSON.parse(files.get('package-lock.json') ?? '{}');
    expect(npmLock.packages['node_modules/@acme/tiny']).toMatchObject({ version: '1.2.3' });
    expect(JSON.stringify(npmLock)).not.toContain(npm.url);
  });

  it('is data: none of its scripts run', async () => {
    await fetchModule(await hola(), options());
    expect(existsSync(marker)).toBe(false);
  });

  it('is refused when it is not what was allowed', async () => {
    const source = await hola();
    const other = await integrityOf('@sotacode/hello', '1.0.0');
    await expect(fetchModule({ ...source, integrity: other }, options())).rejects.toMatchObject({
      code: 'EINTEGRITY',
    });
  });

  it('is refused when a template of its writes into the folders of others', async () => {
    const folder = join(work, 'writer');
    await copyHello(folder, { name: '@acme/sotacode-writer', version: '1.0.0' });
    await renameFolder(join(folder, 'files/src/modules'), 'hello', 'writer');
    await renameFolder(join(folder, 'files/test/modules'), 'hello', 'writer');
    await mkdir(join(folder, 'templates/src/modules/health'), { recursive: true });
    await writeFile(join(folder, 'templates/src/modules/health/index.ts.hbs'), '');
    await npm.publish(folder);
    const source = { name: '@acme/sotacode-writer', version: '1.0.0' };
    const integrity = await integrityOf(source.name, source.version);
    await expect(fetchModule({ ...source, integrity }, options())).rejects.toThrow(
      'writes outside of its own folders: src/modules/health/index.ts',
    );
  });

  it('is refused when it writes into the folders of others', async () => {
    await publishHello('2.0.0', '@acme/sotacode-thief');
    const source = { name: '@acme/sotacode-thief', version: '2.0.0' };
    await expect(fetchModule(source, options())).rejects.toThrow(
      'writes outside of its own folders: src/modules/hello/',
    );
  });

  it('is refused under the name of one of ours', async () => {
    const catalogue = registry({
      current,
      releases: [],
      packages: async () => {
        const module = await npmReleases(options()).find('hello', '1.0.0');
        return module ? [{ ...module, package: { name: '@acme/hello', integrity: '' } }] : [];
      },
      lockPackages,
    });
    await expect(catalogue.load()).rejects.toThrow('@acme/hello has the name of our module hello');
  });

  it('is refused when it needs a package in a version that ours rule out', async () => {
    const module = await npmReleases(options()).find('hello', '1.0.0');
    const { npmLock } = await current.load();
    const needy = module && { ...module, dependencies: { fastify: '^3.0.0' } };
    await expect(lockPackages(needy ? [needy] : [], npmLock)).rejects.toThrow(
      /hello needs fastify \^3\.0\.0/,
    );
  });
});

describe('the list of allowed packages', () => {
  it.each([
    [
      'a range',
      { '@acme/sotacode-hola': { version: '^1.0.0', integrity: `sha512-${'A'.repeat(86)}==` } },
      'exact version',
    ],
    ['no hash', { '@acme/sotacode-hola': { version: '1.0.0' } }, 'integrity'],
    ['an address', { 'git+ssh://x/y': { version: '1.0.0', integrity: '' } }, 'git+ssh'],
  ])('is refused with %s', async (_, content, words) => {
    const path = join(work, 'modules.json');
    await writeFile(path, JSON.stringify(content));
    await expect(readModulePackages(path)).rejects.toThrow(words);
  });
});
