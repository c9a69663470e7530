import type { CatalogueData } from '../../../src/core/manifest/module.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { type PackageUse, packageUses } from '../packages/imported-packages.ts';
import { isUsed } from '../packages/is-used.ts';
import type { Subject } from '../subject.ts';

export const dependencies: Check = {
  id: 'dependencies',
  title: 'it declares the packages that it imports, and no others',
  run: async (subject) => [...undeclared(subject), ...unused(subject)],
};

function undeclared({ module, catalogue, path }: Subject): Finding[] {
  const common = alwaysInstalled(catalogue);
  const runTime = new Set([...Object.keys(module.dependencies), ...common.runTime]);
  const any = new Set([...runTime, ...Object.keys(module.devDependencies), ...common.any]);
  const isMissing = ({ name, atRunTime }: PackageUse) =>
    !(atRunTime ? runTime : any).has(name) && !(!atRunTime && any.has(`@types/${name}`));
  const missing = packageUses(module).filter(isMissing);
  return [...new Map(missing.map((use) => [use.name, use])).values()].map(
    ({ name, file, atRunTime }) => ({
      check: 'dependencies',
      where: path(`files/${file}`),
      what: `it imports ${name}, which package.json does not declare`,
      fix: `add it to ${atRunTime ? 'dependencies' : 'devDependencies'}, then npm install --package-lock-only`,
    }),
  );
}

/** Packages of the modules that are part of every server: fastify, vitest. */
function alwaysInstalled({ modules }: CatalogueData) {
  const always = [...modules.values()].filter(({ manifest }) => manifest.always);
  const runTime = always.flatMap((each) => Object.keys(each.dependencies));
  return {
    runTime,
    any: [...runTime, ...always.flatMap((each) => Object.keys(each.devDependencies))],
  };
}

const unused = ({ module, catalogue, path }: Subject): Finding[] =>
  Object.keys({ ...module.dependencies, ...module.devDependencies })
    .filter((name) => !isUsed(name, module))
    .filter((name) => !(module.manifest.always && isCommon(name, catalogue)))
    .map((name) => ({
      check: 'dependencies',
      where: path('package.json'),
      what: `nothing of the module uses ${name}`,
      fix: 'drop it, then npm install --package-lock-only',
    }));

/** A module that is part of every server may bring what the frame imports, and what others leave to it. */
const isCommon = (name: string, { modules, skeleton }: CatalogueData) =>
  [...modules.values(), { files: skeleton, dependencies: {}, devDependencies: {} }]
    .filter((each) => !(name in { ...each.dependencies, ...each.devDependencies }))
    .some((each) => packageUses(each).some((use) => use.name === name));
