import type { NpmLock, NpmPackage } from '../../manifest/module.ts';

type EdgeKind = 'required' | 'optional' | 'optional-peer';

export interface Edge {
  /** Path of the package in the lock: `node_modules/a/node_modules/b`. */
  to: string;
  kind: EdgeKind;
}

/** The packages that a package reaches, found as Node finds them: nearest `node_modules` first. */
export function edgesOf(path: string, lock: NpmLock): Edge[] {
  const pkg = lock.packages[path];
  if (!pkg) return [];
  return declared(pkg).flatMap(({ name, kind }) => {
    const to = findPackage(name, path, lock);
    return to === undefined ? [] : [{ to, kind }];
  });
}

function declared(pkg: NpmPackage): { name: string; kind: EdgeKind }[] {
  const optional = new Set(Object.keys(pkg.optionalDependencies ?? {}));
  const required = Object.keys(pkg.dependencies ?? {}).filter((name) => !optional.has(name));
  const peers = Object.keys(pkg.peerDependencies ?? {}).map((name) => {
    const isOptional = pkg.peerDependenciesMeta?.[name]?.optional;
    return { name, kind: isOptional ? ('optional-peer' as const) : ('required' as const) };
  });
  return [
    ...required.map((name) => ({ name, kind: 'required' as const })),
    ...[...optional].map((name) => ({ name, kind: 'optional' as const })),
    ...peers,
  ];
}

function findPackage(name: string, from: string, { packages }: NpmLock): string | undefined {
  for (let folder = from; ; folder = parentOf(folder)) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (folder === '') return undefined;
  }
}

const parentOf = (path: string) => {
  const at = path.lastIndexOf('/node_modules/');
  return at === -1 ? '' : path.slice(0, at);
};
