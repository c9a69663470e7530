import type { Blueprint } from '../plan/blueprint.ts';
import type { Manifest } from './manifest.ts';

/** Path (POSIX, relative, no leading `./`) -> content. */
export type Tree = ReadonlyMap<string, string>;

/** One version of one module, as data. */
export interface Module {
  id: string;
  version: string;
  description: string;
  /** The npm package that it came in; absent for this repository's own modules. */
  package?: { name: string; integrity: string };
  manifest: Manifest;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  /** Files laid over the generated repository. */
  files: Tree;
  /** Handlebars pieces for texts: `readme.md.hbs`, `ci-steps.yml.hbs`, … */
  templates: Tree;
}

/** Everything the core needs to turn a plan into a tree. */
export interface CatalogueData {
  modules: ReadonlyMap<string, Module>;
  /** templates/server */
  skeleton: Tree;
  /** templates/files */
  templates: Tree;
  /** templates/messages */
  messages: Tree;
  blueprints: readonly Blueprint[];
  /** Parsed package-lock.json of the versions our tests ran. */
  npmLock: NpmLock;
}

/** npm lock file, version 3. */
export interface NpmLock {
  lockfileVersion: 3;
  packages: Record<string, NpmPackage>;
}

export interface NpmPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  peer?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  [key: string]: unknown;
}
