import { fail, ok, problem, type Result } from '../errors/problem.ts';
import type { CatalogueData, Module } from '../manifest/module.ts';
import { nearestName } from '../resolve/nearest-name.ts';

/** The module of that id, or the one that was probably meant. */
export function findModule(id: string, { modules }: CatalogueData): Result<Module> {
  const module = modules.get(id);
  if (module) return ok(module);
  const nearest = nearestName(id, [...modules.keys()]);
  return fail(problem('module.unknown', { id, nearest: nearest ? `\`${nearest}\`?` : '' }));
}
