import { fail, ok, type Result } from '../errors/problem.ts';
import type { CatalogueData, Module } from '../manifest/module.ts';
import { unknownModule } from '../resolve/unknown-module.ts';

/** The module of that id, or the one that was probably meant. */
export function findModule(id: string, catalogue: CatalogueData): Result<Module> {
  const module = catalogue.modules.get(id);
  return module ? ok(module) : fail(unknownModule(id, catalogue));
}
