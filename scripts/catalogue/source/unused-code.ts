import { parseSync } from 'oxc-parser';
import type { Module, Tree } from '../../../src/core/manifest/module.ts';
import { importsOf } from '../../../test/laws/imports-of.ts';
import { exportsOf } from './exports-of.ts';

const isCode = (path: string) => /\.ts$/.test(path);
const ownCode = ({ files }: Module) =>
  [...files].filter(([path]) => path.startsWith('src/') && isCode(path));

/** Files of a module that nothing imports, calls or names. */
export function deadFiles(module: Module, all: Tree): string[] {
  const { plugins, scripts } = module.manifest;
  const imported = new Set(
    [...all]
      .filter(([path]) => isCode(path))
      .flatMap(([path, text]) => importsOf(path, text).map(({ to }) => to)),
  );
  const entries = new Set(plugins.map(({ path }) => path));
  const commands = [...Object.values(scripts), ...module.templates.values()].join('\n');
  const named = (path: string) =>
    commands.includes(path) ||
    [...all].some(
      ([other, text]) => other !== path && text.includes(`/${path.split('/').at(-1)}'`),
    );
  return ownCode(module)
    .map(([path]) => path)
    .filter((path) => !entries.has(path) && !imported.has(path) && !named(path));
}

/** Exports of a module that no other file imports by their name, and their own file has no use for. */
export function unusedExports(module: Module, all: Tree): { file: string; name: string }[] {
  const used = new Set([...all].filter(([path]) => isCode(path)).flatMap(importedNames));
  return ownCode(module).flatMap(([file, text]) =>
    exportsOf(file, text)
      .filter((name) => name !== 'default' && name !== '*' && !used.has(name))
      .filter((name) => (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length < 2)
      .map((name) => ({ file, name })),
  );
}

/** Names that a file imports or takes out of a module that it loads later. */
function importedNames([path, source]: readonly [string, string]): string[] {
  const { module } = parseSync(path, source);
  const named = module.staticImports.flatMap(({ entries }) =>
    entries.map(({ importName }) => importName.name ?? ''),
  );
  const reexported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName }) =>
      moduleRequest ? [importName.name ?? ''] : [],
    ),
  );
  const later = module.dynamicImports.length > 0 ? (source.match(/\b\w+\b/g) ?? []) : [];
  return [...named, ...reexported, ...later];
}
