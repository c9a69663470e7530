import { Manifest } from '../src/core/manifest/manifest.ts';
import type { CatalogueData, Module } from '../src/core/manifest/module.ts';
import { Plan } from '../src/core/plan/plan.ts';

type ManifestInput = Partial<Parameters<typeof Manifest.parse>[0] & object>;

/** A module in memory: what a test does not name is plain. */
export function aModule(
  id: string,
  manifest: ManifestInput = {},
  rest: Partial<Module> = {},
): Module {
  return {
    id,
    version: '1.0.0',
    description: `The ${id} module.`,
    manifest: Manifest.parse({
      title: id,
      category: 'test',
      keywords: { en: [id], ru: [] },
      stability: 'stable',
      since: '2026-01-01',
      ...manifest,
    }),
    dependencies: {},
    devDependencies: {},
    files: new Map(),
    templates: new Map(),
    ...rest,
  };
}

export function aCatalogue(...modules: Module[]): CatalogueData {
  return {
    modules: new Map(modules.map((module) => [module.id, module])),
    skeleton: new Map(),
    templates: new Map(),
    messages: new Map(),
    blueprints: [],
    npmLock: { lockfileVersion: 3, packages: {} },
  };
}

/** A plan that asks for modules by id; anything else can be overridden. */
export function aPlan(ids: string[], rest: Partial<Plan> = {}): Plan {
  return Plan.parse({
    name: 'a-server',
    title: 'A server',
    summary: 'A server for a test.',
    language: 'en',
    planner: 'offline',
    modules: ids.map((id) => ({ id, options: {}, reason: 'The test asks for it.' })),
    entities: [],
    relations: [],
    assumptions: [],
    uncovered: [],
    ...rest,
  });
}
