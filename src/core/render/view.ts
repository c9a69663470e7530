import { plainPlan } from '../describe/plain-text.ts';
import type { Egress, EnvVariable, Port, Service, Volume } from '../manifest/manifest.ts';
import { moneyNames } from '../plan/entity-names.ts';
import type { OptionValue, Plan } from '../plan/plan.ts';
import type { Resolution } from '../resolve/resolution.ts';
import type { Endpoint } from './entities/render-entities.ts';
import { type Place, workflowOf } from './place.ts';

type Variable = EnvVariable & { module: string };

/** What templates of texts may show. */
export interface View {
  plan: Plan;
  /** Names of the first money that an entity has: `priceAmount`, `priceCurrency`. */
  money?: { amount: string; currency: string };
  modules: { id: string; title: string; version: string; description: string }[];
  /** Capability -> true when some module provides it. */
  has: Record<string, true>;
  /** Module id -> true. */
  uses: Record<string, true>;
  /** Options of each module by id. */
  options: Record<string, Record<string, OptionValue>>;
  env: Variable[];
  /** Those of `env` that are secret, and the others. */
  secrets: Variable[];
  settings: Variable[];
  services: Service[];
  /** Beside the public one. */
  ports: Port[];
  volumes: Volume[];
  /** Names of all that keeps something, services' own among them. */
  namedVolumes: string[];
  /** One entry per port. */
  egress: Egress[];
  /** Environment that the container image sets, whatever the defaults. */
  imageEnv: Record<string, string>;
  endpoints: Endpoint[];
  place: Place & { workflow: string };
}

export function makeView(
  { plan, modules, providers }: Resolution,
  endpoints: Endpoint[],
  place: Place,
): View {
  const manifests = modules.map(({ module }) => module.manifest);
  const ports = manifests.flatMap((manifest) => manifest.ports);
  const services = manifests.flatMap((manifest) => manifest.services);
  const volumes = manifests.flatMap((manifest) => manifest.volumes);
  const money = plan.entities.flatMap(({ fields }) => fields).find(({ type }) => type === 'money');
  const env = firstOfEach(
    manifests.flatMap((each) => each.env.map((one) => ({ ...one, module: each.title }))),
    ({ name }) => name,
  );
  return {
    plan: plainPlan(plan),
    ...(money && { money: moneyNames(money.name) }),
    modules: modules.map(({ module: { id, version, description, manifest } }) => {
      return { id, title: manifest.title, version, description };
    }),
    has: Object.fromEntries([...providers.keys()].sort().map((name) => [name, true as const])),
    uses: Object.fromEntries(modules.map(({ module }) => [module.id, true as const])),
    options: Object.fromEntries(modules.map(({ module, options }) => [module.id, options])),
    env,
    secrets: env.filter(({ secret }) => secret),
    settings: env.filter(({ secret }) => !secret),
    services,
    ports,
    volumes,
    namedVolumes: [...volumes, ...services.filter(({ volume }) => volume)].map(({ name }) => name),
    egress: firstOfEach(
      manifests.flatMap((manifest) => manifest.egress),
      ({ port }) => port,
    ),
    imageEnv: imageEnv(ports, volumes),
    endpoints,
    place: { ...place, workflow: workflowOf(place) },
  };
}

/** What a module's own templates see: its options by their names, those of others by id. */
export const viewFor = (view: View, own: Record<string, OptionValue>) => ({
  ...view,
  options: { ...view.options, ...own },
});

/** Modules may share a variable or a port: it is shown once, in the words of the first. */
const firstOfEach = <T>(all: T[], keyOf: (one: T) => unknown): T[] =>
  all.filter((one, index) => all.findIndex((other) => keyOf(other) === keyOf(one)) === index);

function imageEnv(ports: readonly Port[], volumes: readonly Volume[]): Record<string, string> {
  const listening = ports.flatMap(({ env, port, hostEnv }) => [
    [env, String(port)],
    ...(hostEnv ? [[hostEnv, '0.0.0.0']] : []),
  ]);
  const folders = volumes.map(({ env, path }) => [env, path]);
  return {
    ...{ NODE_ENV: 'production', PORT: '3000' },
    ...Object.fromEntries([...listening, ...folders]),
  };
}
