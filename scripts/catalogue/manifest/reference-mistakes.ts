import semver from 'semver';
import type { Requirement } from '../../../src/core/manifest/manifest.ts';
import type { CatalogueData, Module } from '../../../src/core/manifest/module.ts';
import type { Mistake } from './mistake.ts';

/** Modules and capabilities that the manifest names and nobody has. */
export function referenceMistakes({ id, manifest }: Module, catalogue: CatalogueData): Mistake[] {
  const { requires, optional, conflicts, provides } = manifest;
  return [
    ...requires
      .filter(({ capability }) => !providers(capability, catalogue).length)
      .map(unprovided),
    ...[...requires, ...optional].flatMap((each) => rangeMistakes(each, catalogue)),
    ...optional.filter(({ capability }) => !isKnown(capability, catalogue)).map(unknown),
    ...conflicts.filter(({ module }) => !catalogue.modules.has(module)).map(stranger),
    ...conflicts.filter(({ module }) => module === id).map(selfConflict),
    ...Object.entries(provides)
      .filter(([, version]) => !semver.valid(version))
      .map(noVersion),
  ];
}

/** Somebody provides it, or there is a contract for those who will. */
export const isKnown = (capability: string, catalogue: CatalogueData) =>
  providers(capability, catalogue).length > 0 ||
  catalogue.skeleton.has(`src/contracts/${capability}.ts`);

const providers = (capability: string, { modules }: CatalogueData): string[] =>
  [...modules.values()].flatMap(({ manifest }) => manifest.provides[capability] ?? []);

function rangeMistakes({ capability, version }: Requirement, catalogue: CatalogueData): Mistake[] {
  const found = providers(capability, catalogue);
  if (found.length === 0 || found.some((each) => semver.satisfies(each, version))) return [];
  const what = `it asks for ${capability} ${version}, and there is only ${found.join(', ')}`;
  return [[what, 'ask for a version that a module provides']];
}

const unprovided = ({ capability }: Requirement): Mistake => [
  `it requires ${capability}, which no module provides`,
  'correct the name, or add the module that provides it',
];
const unknown = ({ capability }: Requirement): Mistake => [
  `optional names ${capability}, which nobody provides and no contract describes`,
  `correct the name, or add templates/server/src/contracts/${capability}.ts`,
];
const stranger = ({ module }: { module: string }): Mistake => [
  `it conflicts with ${module}, which does not exist`,
  'correct the name, or drop the conflict',
];
const selfConflict = (): Mistake => ['it conflicts with itself', 'drop the conflict'];
const noVersion = ([capability, version]: [string, string]): Mistake => [
  `it provides ${capability} in the version ${version}, which is none`,
  'write major.minor.patch',
];
