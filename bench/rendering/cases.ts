import type { CatalogueData, Module } from '../../src/core/manifest/module.ts';
import type { Blueprint } from '../../src/core/plan/blueprint.ts';
import { Plan } from '../../src/core/plan/plan.ts';
import type { Resolution } from '../../src/core/resolve/resolution.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { copyModule } from './copy-module.ts';

/** What is rendered: how many modules, and the entities of which blueprint. */
export const cases = {
  '5 modules': { modules: 5 },
  '15 modules': { modules: 15 },
  '15 modules, shop': { modules: 15, blueprint: 'shop' },
  '40 modules, shop': { modules: 40, blueprint: 'shop' },
} as const satisfies Record<string, { modules: number; blueprint?: string }>;
export type Case = keyof typeof cases;
export const isCase = (name: string | undefined): name is Case =>
  name !== undefined && name in cases;

export interface Input {
  plan: Plan;
  resolution: Resolution;
  catalogue: CatalogueData;
}

/** Adds one module after the other, then copies, until the server has as many as wanted. */
export function inputOf(name: Case, shipped: CatalogueData): Input {
  const wanted: { modules: number; blueprint?: string } = cases[name];
  const blueprint = shipped.blueprints.find(({ id }) => id === wanted.blueprint);
  const catalogue = { ...shipped, modules: withCopies(shipped.modules) };
  const chosen: string[] = [];
  let input = resolved(chosen, blueprint, catalogue);
  for (const id of catalogue.modules.keys()) {
    const next = resolved([...chosen, id], blueprint, catalogue);
    if (!next || next.resolution.modules.length > wanted.modules) continue;
    chosen.push(id);
    input = next;
  }
  const size = input?.resolution.modules.length;
  if (!input || size !== wanted.modules) throw new Error(`${name}: only ${size} modules`);
  return input;
}

/** Modules that need the least come first, and copies last. Only `base` is in every server. */
function withCopies(shipped: ReadonlyMap<string, Module>): ReadonlyMap<string, Module> {
  const modules = [...shipped.values()]
    .sort((a, b) => a.manifest.requires.length - b.manifest.requires.length)
    .map((module) => withAlways(module, module.id === 'base'));
  const copied = modules.filter(({ manifest }) => !manifest.slot);
  const copies = [1, 2, 3].flatMap((nth) => copied.map((module) => copyModule(module, nth)));
  return new Map([...modules, ...copies].map((module) => [module.id, module]));
}

const withAlways = (module: Module, always: boolean): Module => {
  return { ...module, manifest: { ...module.manifest, always } };
};

function resolved(
  modules: string[],
  blueprint: Blueprint | undefined,
  catalogue: CatalogueData,
): Input | undefined {
  const plan = Plan.parse({
    name: 'measured',
    title: 'Measured server',
    summary: 'A server to measure rendering with.',
    language: 'en',
    planner: 'offline',
    modules: modules.map((id) => ({ id, reason: 'measured' })),
    entities: blueprint?.plan.entities ?? [],
    relations: blueprint?.plan.relations ?? [],
    roles: blueprint?.plan.roles ?? [],
    assumptions: [],
    uncovered: [],
  });
  const result = resolve(plan, catalogue);
  return result.ok ? { plan, resolution: result.value, catalogue } : undefined;
}
