import { plainPlan } from '../describe/plain-text.ts';
import type { EnvVariable, Service } from '../manifest/manifest.ts';
import type { OptionValue, Plan } from '../plan/plan.ts';
import type { Resolution } from '../resolve/resolution.ts';
import type { Endpoint } from './entities/render-entities.ts';
import { type Place, workflowOf } from './place.ts';

/** What templates of texts may show. */
export interface View {
  plan: Plan;
  modules: { id: string; title: string; version: string; description: string }[];
  /** Capability -> true when some module provides it. */
  has: Record<string, true>;
  /** Module id -> true. */
  uses: Record<string, true>;
  /** Options of each module by id. */
  options: Record<string, Record<string, OptionValue>>;
  env: (EnvVariable & { module: string })[];
  services: Service[];
  endpoints: Endpoint[];
  place: Place & { workflow: string };
}

export function makeView(
  plan: Plan,
  { modules, providers }: Resolution,
  endpoints: Endpoint[],
  place: Place,
): View {
  return {
    plan: plainPlan(plan),
    modules: modules.map(({ module: { id, version, description, manifest } }) => {
      return { id, title: manifest.title, version, description };
    }),
    has: Object.fromEntries([...providers.keys()].sort().map((name) => [name, true as const])),
    uses: Object.fromEntries(modules.map(({ module }) => [module.id, true as const])),
    options: Object.fromEntries(modules.map(({ module, options }) => [module.id, options])),
    env: modules.flatMap(({ module: { manifest } }) =>
      manifest.env.map((variable) => ({ ...variable, module: manifest.title })),
    ),
    services: modules.flatMap(({ module }) => module.manifest.services),
    endpoints,
    place: { ...place, workflow: workflowOf(place) },
  };
}
