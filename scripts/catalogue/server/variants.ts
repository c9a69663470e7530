import { explainProblem } from '../../../src/core/errors/problem.ts';
import type { Manifest } from '../../../src/core/manifest/manifest.ts';
import type { CatalogueData, Module } from '../../../src/core/manifest/module.ts';
import { type OptionValue, Plan } from '../../../src/core/plan/plan.ts';
import type { Resolution } from '../../../src/core/resolve/resolution.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import { capabilitiesInCode } from '../source/filled-code.ts';
import { sampleModel } from './sample-model.ts';

/** One way to have the module in a server. */
export interface Variant {
  /**
   * `alone`, `company` (capabilities that it can use are there), `entities` (there are some) or
   * `storage-s3` (an option's value).
   */
  name: string;
  plan: Plan;
  resolution: Resolution;
}

/** @throws Error in words of the resolver when the module cannot be had at all */
export function variantsOf(module: Module, catalogue: CatalogueData): Variant[] {
  const alone = settle('alone', planOf([module.id]), catalogue);
  const company = companyOf(module, alone, catalogue);
  const plans = [alone, company, withEntities(module, catalogue)].filter((each) => each !== null);
  const chosen = optionsInConditions(module.manifest).map(([option, value]) =>
    settle(
      `${option}-${value}`,
      planOf(
        company?.plan.modules.map(({ id }) => id) ?? [module.id],
        new Map([[module.id, { [option]: value }]]),
      ),
      catalogue,
    ),
  );
  return [...plans, ...chosen];
}

/** The module with a provider of each capability that it can use, or null when there is none. */
function companyOf({ manifest, templates }: Module, alone: Variant, catalogue: CatalogueData) {
  let company = alone;
  const usable = new Set([...usableCapabilities(manifest), ...capabilitiesInCode(templates)]);
  for (const capability of usable) {
    if (company.resolution.providers.has(capability)) continue;
    const ids = company.plan.modules.map((each) => each.id);
    const better = providersOf(capability, catalogue)
      .map((provider) => planOf([...ids, provider]))
      .find((plan) => resolve(plan, catalogue).ok);
    if (better) company = settle('company', better, catalogue);
  }
  return company === alone ? null : company;
}

/** What the code of entities is written upon is judged with some; their owners sign in. */
function withEntities({ id, manifest }: Module, catalogue: CatalogueData): Variant | null {
  if (!('crud' in manifest.provides)) return null;
  const people = ['sessions', 'sign-in'].flatMap((name) =>
    providersOf(name, catalogue).slice(0, 1),
  );
  return settle('entities', { ...planOf([id, ...people]), ...sampleModel }, catalogue);
}

/** What conditions ask for, and what the code may find at run time. */
export const usableCapabilities = (manifest: Manifest): string[] => [
  ...new Set([
    ...manifest.optional.map(({ capability }) => capability),
    ...conditionsOf(manifest)
      .filter((condition) => !condition.includes('='))
      .map((condition) => condition.replace('!', '')),
  ]),
];

export function conditionsOf(manifest: Manifest): string[] {
  const { env, services, plugins, endpoints, gaps, filesWhen, packagesWhen } = manifest;
  const conditional: { when?: string | undefined }[] = [
    ...env,
    ...services,
    ...plugins,
    ...endpoints,
    ...gaps,
  ];
  const found = conditional.flatMap(({ when }) => (when === undefined ? [] : [when]));
  const all = [...found, ...Object.values(filesWhen), ...Object.values(packagesWhen)];
  return [...new Set(all.flatMap((condition) => condition.split(/[|&]/)))].sort();
}

/** Options whose value decides what is rendered, with each value that is not the default. */
function optionsInConditions(manifest: Manifest): [string, OptionValue][] {
  const named = conditionsOf(manifest).filter((condition) => condition.includes('='));
  const options = new Set(named.map((condition) => condition.split('=')[0] ?? ''));
  return [...options].flatMap((option) => {
    const schema = manifest.options[option];
    const values = schema?.type === 'boolean' ? [true, false] : (schema?.enum ?? []);
    return values
      .filter((value) => value !== schema?.default)
      .map((value): [string, OptionValue] => [option, value]);
  });
}

const providersOf = (capability: string, { modules }: CatalogueData) =>
  [...modules.values()]
    .filter(({ manifest }) => capability in manifest.provides)
    .sort((a, b) => b.manifest.preference - a.manifest.preference || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

export function settle(name: string, plan: Plan, catalogue: CatalogueData): Variant {
  const resolved = resolve(plan, catalogue);
  if (resolved.ok) return { name, plan, resolution: resolved.value };
  throw new Error(resolved.problems.map((each) => explainProblem(each, 'en').sentence).join(' '));
}

type Options = ReadonlyMap<string, Record<string, OptionValue>>;

export const planOf = (ids: readonly string[], options: Options = new Map()): Plan =>
  Plan.parse({
    name: 'judged-server',
    title: 'Judged server',
    summary: 'A server rendered to judge a module.',
    language: 'en',
    planner: 'offline',
    modules: ids.map((id) => ({ id, options: options.get(id) ?? {}, reason: 'It is judged.' })),
    entities: [],
    relations: [],
    assumptions: [],
    uncovered: [],
  });
