import type { Check } from '../check.ts';
import { withoutTypes } from '../contracts/without-types.ts';

export const contracts: Check = {
  id: 'contracts',
  title: 'each capability that it provides has a contract',
  run: async ({ module, catalogue, path }) =>
    Object.keys(module.manifest.provides)
      .filter((name) => !catalogue.skeleton.has(`src/contracts/${name}.ts`))
      .filter((name) => !(name in withoutTypes))
      .map((name) => ({
        check: 'contracts',
        where: path('package.json'),
        what: `the capability ${name} has no contract`,
        fix: `write templates/server/src/contracts/${name}.ts, or say in scripts/catalogue/contracts/without-types.ts what it promises without types`,
      })),
};
