import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Module, Tree } from '../../../src/core/manifest/module.ts';
import { importsOf } from '../../../test/laws/imports-of.ts';

/** A package that a file of a module imports. */
export interface PackageUse {
  name: string;
  file: string;
  /** Needed whenever the server runs, not only for types, tests, scripts or in development. */
  atRunTime: boolean;
}

export function packageUses({ files }: Pick<Module, 'files'>): PackageUse[] {
  const code = new Map([...files].filter(([path]) => /\.[cm]?[jt]sx?$/.test(path)));
  const lazy = lazyFiles(code);
  return [...code].flatMap(([file, source]) =>
    importsOf(file, withoutComputed(file, source))
      .filter(({ to, relative }) => !relative && to !== '' && !to.startsWith('node:'))
      .map(({ to, typeOnly }) => {
        const atRunTime = file.startsWith('src/') && !typeOnly && !lazy.has(file);
        return { name: packageOf(to), file, atRunTime };
      }),
  );
}

/** Files that are loaded by import() alone: production may do without them, as without PGlite. */
function lazyFiles(code: Tree): ReadonlySet<string> {
  const lazy = new Set([...code].flatMap(([path, source]) => importedLater(path, source)));
  for (const [path, source] of code) {
    const later = new Set(importedLater(path, source));
    for (const { to } of importsOf(path, source)) {
      if (!later.has(to) && path.startsWith('src/')) lazy.delete(to);
    }
  }
  return lazy;
}

const importedLater = (path: string, source: string): string[] =>
  parseSync(path, source).module.dynamicImports.map(({ moduleRequest }) => {
    const text = source.slice(moduleRequest.start + 1, moduleRequest.end - 1);
    return posix.join(posix.dirname(path), text);
  });

/** The source with nothing in each import() whose argument is worked out: no package has its name. */
const withoutComputed = (path: string, source: string): string =>
  parseSync(path, source).module.dynamicImports.reduceRight((text, { moduleRequest }) => {
    const { start, end } = moduleRequest;
    return /^['"`]/.test(source.slice(start, end))
      ? text
      : `${text.slice(0, start)}''${text.slice(end)}`;
  }, source);

/** `drizzle-orm/pg-core` -> `drizzle-orm`; `@scope/name/part` -> `@scope/name`. */
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
