import type { Module } from '../core/manifest/module.ts';

/** Where released versions of modules are kept. What was released once never changes. */
export interface Releases {
  /** Versions of a module, in no order; empty when there is no such module. */
  versions(id: string): Promise<string[]>;
  /** Null when it was never released. */
  find(id: string, version: string): Promise<Module | null>;
}
