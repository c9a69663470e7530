import type { Module } from '../../../src/core/manifest/module.ts';
import type { Resolution } from '../../../src/core/resolve/resolution.ts';
import { withFilledCode } from '../source/filled-code.ts';
import { tableNames } from '../source/tables-of.ts';

/** Something by which a module would be recognised in a server. */
export interface Mark {
  what: string;
  /** Files in which it counts. */
  where: RegExp;
  form: RegExp;
}

const anywhere = /^(?!package-lock\.json$)/;

/** Marks of a module that nothing of a server has a right to: what of it no module there has. */
export function marksOf(module: Module, { modules, providers }: Resolution): Mark[] {
  const only = (list: (from: Module) => string[]) => {
    const present = new Set(modules.flatMap((each) => list(each.module)));
    return list(module).filter((each) => !present.has(each));
  };
  const capabilities = Object.keys(module.manifest.provides).filter((name) => !providers.has(name));
  return [
    ...only(variablesOf).map((name) => mark(`the variable ${name}`, anywhere, word(name))),
    ...only(packagesOf).map((name) =>
      mark(`the package ${name}`, packageFile, `"${escaped(name)}"`),
    ),
    ...only(tablesIn).map((name) => mark(`the table ${name}`, /\.sql$/, tableUse(name))),
    ...only(tablesIn).map((name) => mark(`the table ${name}`, /\.ts$/, `pgTable\\('${name}'`)),
    ...capabilities.map((name) => mark(`the contract ${name}`, /\.ts$/, `contracts/${name}\\.ts`)),
    ...only(scriptsOf).map((name) =>
      mark(`the script ${name}`, packageFile, `"${escaped(name)}":`),
    ),
    ...only(pathsOf).map((path) => mark(`the route ${path}`, /\.(md|ts)$/, wholePath(path))),
    ...only(ownFiles).map((path) => mark(`the file ${path}`, anywhere, `^${escaped(path)}$`)),
  ];
}

export const nameMark = (id: string) => mark(`the name modules/${id}`, anywhere, `modules/${id}/`);

export const leavesTrace = ({ where, form }: Mark, path: string, text: string) =>
  where.test(path) && (form.test(path) || form.test(text));

const packageFile = /^package\.json$/;

const variablesOf = ({ manifest }: Module) => manifest.env.map(({ name }) => name);
const scriptsOf = ({ manifest }: Module) => Object.keys(manifest.scripts);
/** The root of the server is nobody's mark. */
const pathsOf = ({ manifest }: Module) =>
  manifest.endpoints.map(({ path }) => path).filter((path) => path.length > 1);
const packagesOf = ({ dependencies, devDependencies }: Module) =>
  Object.keys({ ...dependencies, ...devDependencies });

const tablesIn = ({ files }: Module) =>
  tableNames([...files].filter(([path]) => path.endsWith('.sql')).map(([, sql]) => sql));

const ownFiles = (module: Module) =>
  [...withFilledCode(module).files.keys()].filter((path) => !path.startsWith('migrations/'));

/** A table's name is often a common word: it counts where SQL names a table. */
const tableUse = (name: string) => `(table|references|into|from|update|join) "?${name}\\b`;

/** As a text or after a method; `./users.ts` is a file. */
const wholePath = (path: string) => `(?<=['"\`\\s])${escaped(path)}(?![\\w/:.-])`;
const word = (name: string) => `(?<![A-Z0-9_])${name}(?![A-Z0-9_])`;

const mark = (what: string, where: RegExp, form: string): Mark => ({
  what,
  where,
  form: new RegExp(form),
});

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
