import type { NpmLock, NpmPackage } from '../../manifest/module.ts';
import { type Edge, edgesOf } from './lock-graph.ts';

/** The root entry of a package-lock.json: what the package.json asks for. */
export interface RootPackage {
  name: string;
  version: string;
  license?: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: Record<string, string>;
}

/**
 * Cuts the lock file of a generated server out of ours, so that it installs exactly the versions
 * that our tests ran. Paths stay as they are; only the flags dev/optional are worked out anew.
 * @throws Error when our lock file lacks a package: a module was added without installing it
 */
export function cutLock(root: RootPackage, source: NpmLock): NpmLock & Record<string, unknown> {
  const from = (names: string[]) => names.map((name) => topLevel(name, source));
  const prod = from(Object.keys(root.dependencies));
  const dev = from(Object.keys(root.devDependencies));
  const required = ({ kind }: Edge) => kind === 'required';
  // npm installs an optional peer only when somebody else asks for it, but then counts the edge.
  const installed = ({ kind }: Edge) => kind !== 'optional-peer';
  const all = reachable([...prod, ...dev], source, installed);
  const reach = {
    prod: reachable(prod, source, required),
    prodOptional: reachable(prod, source, (edge) => installed(edge) || all.has(edge.to)),
    dev: reachable(dev, source, required),
    all,
  };
  const packages = [...reach.all]
    .sort()
    .map((path) => [path, withFlags(path, source, reach)] as const);
  return {
    name: root.name,
    version: root.version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { ...root }, ...Object.fromEntries(packages) },
  };
}

function topLevel(name: string, { packages }: NpmLock): string {
  const path = `node_modules/${name}`;
  if (!(path in packages)) throw new Error(`${name} is not in package-lock.json`);
  return path;
}

function reachable(
  start: readonly string[],
  lock: NpmLock,
  follow: (edge: Edge) => boolean,
): ReadonlySet<string> {
  const seen = new Set(start);
  // A Set's iteration also visits what is added on the way.
  for (const path of seen) {
    for (const edge of edgesOf(path, lock)) if (follow(edge)) seen.add(edge.to);
  }
  return seen;
}

interface Reach {
  prod: ReadonlySet<string>;
  prodOptional: ReadonlySet<string>;
  dev: ReadonlySet<string>;
}

/** npm's meaning: `devOptional` is needed by development, and optional otherwise. */
function withFlags(path: string, { packages }: NpmLock, reach: Reach): NpmPackage {
  const { dev: _, optional: __, devOptional: ___, peer: ____, ...pkg } = packages[path] ?? {};
  if (reach.prod.has(path)) return pkg;
  if (reach.prodOptional.has(path)) {
    return { ...pkg, ...(reach.dev.has(path) ? { devOptional: true } : { optional: true }) };
  }
  return { ...pkg, dev: true, ...(reach.dev.has(path) ? {} : { optional: true }) };
}
