import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Arborist from '@npmcli/arborist';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NpmLock } from '../../src/core/manifest/module.ts';
import { cutLock } from '../../src/core/render/npm/cut-lock.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const root = join(import.meta.dirname, '../..');
const { modules, npmLock } = await treeCatalogue(root).load();
const all = [...modules.values()];
const merged = (key: 'dependencies' | 'devDependencies') =>
  Object.assign({}, ...all.map((module) => module[key])) as Record<string, string>;

const server = {
  name: 'a-server',
  version: '0.1.0',
  dependencies: merged('dependencies'),
  devDependencies: merged('devDependencies'),
  engines: { node: '>=24' },
};

describe('the lock file of a generated server', () => {
  const lock = cutLock(server, npmLock);
  let folder: string;
  let tree: Arborist.Node;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
    await writeFile(join(folder, 'package.json'), JSON.stringify(server));
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify(withoutFlags(lock)));
    tree = await new Arborist({ path: folder }).loadVirtual();
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("has every package that npm's own resolver asks for, in a fitting version", () => {
    const wrong = [...tree.inventory.values()].flatMap((node) =>
      [...node.edgesOut.values()].filter((edge) => edge.error && edge.type !== 'peerOptional'),
    );
    expect(wrong.filter(({ type }) => type !== 'optional').map(({ name }) => name)).toEqual([]);
  });

  it('has nothing that nobody asks for', () => {
    const nodes = [...tree.inventory.values()];
    expect(nodes.filter(({ extraneous }) => extraneous).map(({ location }) => location)).toEqual(
      [],
    );
  });

  it("marks development and optional packages as npm's own resolver does", () => {
    const theirs = [...tree.inventory.values()]
      .filter((node) => !node.isRoot)
      .map((node) => [node.location, flagsOf(node)]);
    const ours = Object.entries(lock.packages)
      .filter(([path]) => path !== '')
      .map(([path, pkg]) => [path, flagsOf(pkg)]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });

  it('pins the versions of our own lock file', () => {
    for (const [path, pkg] of Object.entries(lock.packages).filter(([each]) => each !== '')) {
      expect(pkg.version).toBe(npmLock.packages[path]?.version);
      expect(pkg.integrity).toBe(npmLock.packages[path]?.integrity);
    }
  });

  it('needs no second version of a package: modules share one of each', () => {
    const nested = Object.keys(npmLock.packages).filter((path) =>
      /^modules\/.*node_modules/.test(path),
    );
    expect(nested).toEqual([]);
  });

  it('refuses a dependency that is not installed here', () => {
    const unknown = { ...server, dependencies: { 'left-pad': '^1.0.0' } };
    expect(() => cutLock(unknown, npmLock)).toThrow('left-pad');
  });
});

describe('a package inside another', () => {
  const lock: NpmLock = {
    lockfileVersion: 3,
    packages: {
      'node_modules/a': { version: '1.0.0', dependencies: { b: '^1.0.0' } },
      'node_modules/a/node_modules/b': { version: '1.0.0', dependencies: { c: '^1.0.0' } },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/c': { version: '1.0.0' },
    },
  };

  it('is found before one of the same name further out', () => {
    const cut = cutLock({ ...server, dependencies: { a: '^1.0.0' }, devDependencies: {} }, lock);
    expect(Object.keys(cut.packages)).toEqual([
      '',
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
    ]);
  });
});

/** npm writes the strongest flag only. */
const flagsOf = ({ dev = false, optional = false, devOptional = false }) => ({
  dev,
  optional,
  devOptional: devOptional && !dev && !optional,
});

/** A lock file whose root disagrees with package.json: npm then works the flags out anew. */
function withoutFlags({ packages, ...lock }: NpmLock): object {
  const plain = Object.entries(packages).map(([path, pkg]) => {
    const { dev: _, optional: __, devOptional: ___, ...rest } = pkg;
    return [path, path === '' ? { name: rest.name } : rest];
  });
  return { ...lock, packages: Object.fromEntries(plain) };
}
