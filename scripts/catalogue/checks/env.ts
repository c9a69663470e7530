import type { CatalogueData, Module } from '../../../src/core/manifest/module.ts';
import type { Check } from '../check.ts';
import { defaultsOf, variablesOf } from '../source/variables-of.ts';

export const env: Check = {
  id: 'env',
  title: 'its code reads exactly the environment variables that it declares, as it declares them',
  run: async ({ module, catalogue, path }) => {
    const sources = [...module.files].filter(([name]) => /^src\/.+\.ts$/.test(name));
    const read = new Map(
      sources.flatMap(([name, text]) => variablesOf(name, text).map((each) => [each, name])),
    );
    const declared = new Set(module.manifest.env.map(({ name }) => name));
    const shared = variablesBeside(module, catalogue);
    const unread = [...declared].filter((name) => !read.has(name));
    const undeclared = [...read].filter(([name]) => !declared.has(name) && !shared.has(name));
    return [
      ...unread.map((name) => ({
        check: 'env',
        where: path('package.json'),
        what: `${name} is declared and nothing reads it`,
        fix: 'read it by app.config(Type.Object({…})), or drop it from env',
      })),
      ...undeclared.map(([name, file]) => ({
        check: 'env',
        where: path(`files/${file}`),
        what: `${name} is read and not declared`,
        fix: 'add it to env in package.json and to both pages',
      })),
      ...sources.flatMap(([name, text]) =>
        [...defaultsOf(name, text)].flatMap(([variable, given]) => {
          const told = module.manifest.env.filter((each) => each.name === variable);
          if (told.length === 0 || told.some((each) => each.default === given)) return [];
          const what = `${variable} is ${given} when it is not set, and package.json says ${told[0]?.default ?? 'nothing'}`;
          const fix = 'say the same in the code, in package.json and on both pages';
          return [{ check: 'env', where: path(`files/${name}`), what, fix }];
        }),
      ),
    ];
  },
};

/** What is there wherever the module is: limits of the base, and settings of what it uses. */
function variablesBeside({ manifest }: Module, { modules }: CatalogueData): ReadonlySet<string> {
  const used = [...manifest.requires, ...manifest.optional].map(({ capability }) => capability);
  const beside = [...modules.values()].filter(
    (each) =>
      each.id === 'base' || Object.keys(each.manifest.provides).some((name) => used.includes(name)),
  );
  return new Set(beside.flatMap((each) => each.manifest.env.map(({ name }) => name)));
}
