import type { Module } from '../../../src/core/manifest/module.ts';
import { importsOf } from '../../../test/laws/imports-of.ts';
import { laws } from '../../../test/laws/laws.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Subject } from '../subject.ts';

export const imports: Check = {
  id: 'imports',
  title: 'it imports packages, its own files and types of contracts, and owns its files alone',
  run: async (subject) => [...law3(subject), ...testImports(subject), ...foreignPaths(subject)],
};

const contracts = 'meet the other module in a contract: templates/server/src/contracts';

/** Law 3, as test/laws holds it, and packages of modules, which no server installs. */
function law3({ module, path }: Subject): Finding[] {
  const sources = [...module.files].filter(([name]) => name.endsWith('.ts'));
  const named = new Map(sources.map(([name, text]) => [path(`files/${name}`), text]));
  const packages = [...named].flatMap(([name, text]) =>
    importsOf(name, text)
      .filter(({ to }) => /^@?sotacode(\/|$)/.test(to))
      .map(({ to }) => `${name} imports ${to}`),
  );
  return [...laws.modulesMeetInContracts(named), ...packages].map((breach) => {
    const [where = '', to = ''] = breach.split(' imports ');
    return { check: 'imports', where, what: `it imports ${to}`, fix: contracts };
  });
}

/** Tests may use the module's files, the skeleton, helpers, and of other modules only `base`, which is always there. */
function testImports({ id, module, path }: Subject): Finding[] {
  const allowed = new RegExp(
    `^(test/|package\\.json$|src/(app|server|modules|contracts/[^/]+)\\.ts$|src/modules/(base|${id})/|src/commands/)`,
  );
  return [...module.files]
    .filter(([name]) => name.startsWith('test/') && name.endsWith('.ts'))
    .flatMap(([name, text]) =>
      importsOf(name, text)
        .filter(({ to, relative }) => relative && !allowed.test(to) && !module.files.has(to))
        .map(({ to }) => ({
          check: 'imports',
          where: path(`files/${name}`),
          what: `it imports ${to}`,
          fix: 'test through routes, contracts and the helpers that modules ship in test/helpers',
        })),
    );
}

/** Two modules that bring the same file would overwrite each other. */
function foreignPaths({ id, module, path, catalogue }: Subject): Finding[] {
  const owners = new Map([...catalogue.skeleton.keys()].map((name) => [name, 'the skeleton']));
  for (const other of catalogue.modules.values()) {
    if (other.id === id || areExclusive(module, other)) continue;
    for (const name of other.files.keys()) owners.set(name, `modules/${other.id}`);
  }
  return [...module.files.keys()]
    .map((name) => ({ name, owner: ownerOf(name, id, owners) }))
    .filter(({ owner }) => owner !== null)
    .map(({ name, owner }) => ({
      check: 'imports',
      where: path(`files/${name}`),
      what: `the file belongs to ${owner}`,
      fix: `keep to src/modules/${id}, test/modules/${id} and names that are the module's own`,
    }));
}

/** Those of one slot stand in for each other, and may bring the same helpers. */
const areExclusive = (a: Module, b: Module) =>
  (a.manifest.slot !== undefined && a.manifest.slot === b.manifest.slot) ||
  a.manifest.conflicts.some((each) => each.module === b.id) ||
  b.manifest.conflicts.some((each) => each.module === a.id);

function ownerOf(name: string, id: string, owners: ReadonlyMap<string, string>): string | null {
  const folder = /^(?:src|test)\/modules\/([^/]+)\//.exec(name)?.[1];
  if (folder !== undefined && folder !== id) return `modules/${folder}`;
  return owners.get(name) ?? null;
}
