import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** Resolved path in the repository for relative imports, else the package's specifier. */
  to: string;
  relative: boolean;
  typeOnly: boolean;
}

/** Every static import, re-export and dynamic import of a source file. */
export function importsOf(path: string, source: string): Import[] {
  const { module } = parseSync(path, source);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => {
    const typeOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    return { to: moduleRequest.value, typeOnly };
  });
  const exported = module.staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ moduleRequest }) => moduleRequest)
    .map(({ moduleRequest, isType }) => ({ to: moduleRequest?.value ?? '', typeOnly: isType }));
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    to: source.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    typeOnly: false,
  }));
  return [...statics, ...exported, ...dynamic].map((found) => {
    const relative = found.to.startsWith('.');
    const to = relative ? posix.join(posix.dirname(path), found.to) : found.to;
    return { ...found, to, relative };
  });
}
