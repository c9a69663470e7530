import { join } from 'node:path';
import type { CatalogueData, Module } from '../../src/core/manifest/module.ts';
import { readIfThere } from './read-if-there.ts';
import { once } from './server/once.ts';
import { type RenderedServer, renderedServer } from './server/rendered-server.ts';
import { variantsOf } from './server/variants.ts';
import { withFilledCode } from './source/filled-code.ts';

/** A module under judgement, and what its checks share. */
export interface Subject {
  id: string;
  /** With code that is a template among its files, filled in. */
  module: Module;
  /** Folder of the module, absolute. */
  folder: string;
  catalogue: CatalogueData;
  /** A file of the module's folder as findings name it: `modules/cache/README.md`. */
  path(name: string): string;
  /** Text of a file in the module's folder, or null. */
  read(name: string): Promise<string | null>;
  /**
   * Servers that have the module: `alone`, with nothing but what it requires; and where it has
   * conditions, one in which they hold. Rendered at the first use, and built and started likewise.
   */
  servers(): readonly RenderedServer[];
  /** Says why a check had nothing to judge: printed in its line. */
  skip(why: string): [];
  /** What was said by `skip` since the last call. */
  takeNote(): string | null;
  /** Stops what was started. */
  close(): Promise<void>;
}

export interface SubjectSource {
  module: Module;
  folder: string;
  catalogue: CatalogueData;
  /** Folder for the rendered servers, inside this repository, where they find node_modules. */
  work: string;
  /** Names of the servers to look at; all when absent. */
  only?: readonly string[] | undefined;
}

export function newSubject({ module, folder, catalogue, work, only }: SubjectSource): Subject {
  const { id } = module;
  const servers = once(() =>
    variantsOf(module, catalogue)
      .filter(({ name }) => only?.includes(name) ?? true)
      .map((variant) => renderedServer(variant, join(work, `${id}-${variant.name}`), catalogue)),
  );

  let note: string | null = null;
  return {
    id,
    module: withFilledCode(module),
    folder,
    catalogue,
    servers,
    path: (name) => `modules/${id}/${name}`,
    read: (name) => readIfThere(join(folder, name)),
    skip: (why) => {
      note = why;
      return [];
    },
    takeNote: () => {
      const taken = note;
      note = null;
      return taken;
    },
    close: async () => {
      for (const server of renderable(servers)) {
        await server.stopDrive();
        await server.stop();
      }
    },
  };
}

/** None where the module cannot be had: `renders` has said so. */
function renderable(servers: () => readonly RenderedServer[]) {
  try {
    return servers();
  } catch {
    return [];
  }
}
