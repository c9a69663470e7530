import type { Manifest } from '../../../src/core/manifest/manifest.ts';
import type { Tree } from '../../../src/core/manifest/module.ts';
import { exportsOf, membersOf } from '../source/exports-of.ts';
import { filledCode } from '../source/filled-code.ts';
import { tablesOf } from '../source/tables-of.ts';

/** Loosely typed on purpose: a released manifest may be older than today's schema. */
export type ManifestLike = Partial<Manifest>;

/** A released or present state of a module: its folder, and the contracts that it provides. */
export interface ModuleState {
  /** Path in the module's folder -> text. */
  files: Tree;
  /** Path of a contract -> its TypeScript. */
  contracts: Tree;
}

/** What others may build on: kind of thing -> its name -> how it is. */
export interface Surface {
  [kind: string]: Record<string, unknown>;
}

export function surfaceOf({ files: found, contracts }: ModuleState): Surface {
  const files = withFilledIn(found);
  const manifest = manifestOf(files);
  const of = (folder: RegExp) => [...files].filter(([path]) => folder.test(path));
  return {
    option: { ...manifest.options },
    'environment variable': byName(manifest.env ?? [], ({ name }) => name),
    route: byName(manifest.endpoints ?? [], ({ method, path, when }) =>
      [method, path, when ? `(${when})` : ''].join(' ').trim(),
    ),
    capability: { ...manifest.provides },
    conflict: byName(manifest.conflicts ?? [], ({ module }) => module),
    script: { ...manifest.scripts },
    column: tablesOf(of(/^files\/migrations\/.+\.sql$/).map(([, sql]) => sql)),
    migration: Object.fromEntries(of(/^files\/migrations\/.+\.sql$/)),
    export: Object.fromEntries(
      of(/^files\/(src|test\/helpers)\/.+\.ts$/).flatMap(([path, source]) =>
        exportsOf(path, source).map((name) => [`${name} of ${path}`, true]),
      ),
    ),
    contract: Object.fromEntries(
      [...contracts].flatMap(([path, source]) =>
        Object.entries(membersOf(path, source)).map(([name, text]) => [`${name} of ${path}`, text]),
      ),
    ),
    file: Object.fromEntries(
      of(/^(files\/(?!test\/modules\/)|templates\/)/).map(([path]) => [path, true]),
    ),
  };
}

export const manifestOf = (files: Tree): ManifestLike =>
  (JSON.parse(files.get('package.json') ?? '{}') as { sotacode?: ManifestLike }).sotacode ?? {};

const byName = <T>(items: readonly T[], nameOf: (item: T) => string) =>
  Object.fromEntries(items.map((item) => [nameOf(item), item]));

/** Whether code is a template tells nobody who imports from it. */
function withFilledIn(files: Tree): Tree {
  const templates = [...files].flatMap(([path, text]): [string, string][] =>
    path.startsWith('templates/') ? [[path.slice('templates/'.length), text]] : [],
  );
  const code = filledCode(new Map(templates));
  const others = [...files].filter(([path]) => !code.has(path.replace(/^templates\/|\.hbs$/g, '')));
  return new Map([...others, ...[...code].map(([path, text]) => [`files/${path}`, text] as const)]);
}
