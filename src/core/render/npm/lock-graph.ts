import type { NpmLock, NpmPackage } from '../../manifest/module.ts';

type EdgeKind = 'required' | 'optional';

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

/** Peers that are optional are not followed: npm installs them only when somebody else asks. */
function declared(pkg: NpmPackage): { name: string; kind: EdgeKind }[] {
  const optional = new Set(Object.keys(pkg.optionalDependencies ?? {}));
  const peers = Object.keys(pkg.peerDependencies ?? {}).filter(
    (name) => !pkg.peerDependenciesMeta?.[name]?.optional,
  );
  const required = [...Object.keys(pkg.dependencies ?? {}), ...peers].filter(
    (name) => !optional.has(name),
  );
  return [
    ...required.map((name) => ({ name, kind: 'required' as const })),
    ...[...optional].map((name) => ({ name, kind: 'optional' as const })),
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
