import type { OptionSchema } from '../../../src/core/manifest/manifest.ts';
import type { CatalogueData, Module } from '../../../src/core/manifest/module.ts';
import { Entity } from '../../../src/core/plan/entity.ts';
import type { OptionValue, Plan } from '../../../src/core/plan/plan.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import type { Choice, Factor } from './covering-array.ts';

/** What a choice means: modules that are in, modules that are out, options of those that are in. */
export interface Selection {
  inside: Set<string>;
  outside: Set<string>;
  options: Map<string, Record<string, OptionValue>>;
  entities: (typeof entityKinds)[number];
}

/** None, such as anybody may use, or such as depend on who asks. */
const entityKinds = ['none', 'open', 'guarded'] as const;

type Decide = (selection: Selection, value: number) => void;
type ModuleFactor = Factor & { decide: Decide };

/** Every choice that a plan leaves: modules in or out, one per slot, and the values of options. */
export function moduleFactors({ modules }: CatalogueData): ModuleFactor[] {
  const all = [...modules.values()];
  const optional = all.filter(({ manifest }) => !manifest.always);
  const groups = Map.groupBy(optional, ({ id, manifest }) => manifest.slot ?? `module ${id}`);
  return [
    entityFactor,
    ...[...groups.values()].map(inOrOut),
    ...all.flatMap((module) =>
      Object.entries(module.manifest.options).map(([name, schema]) =>
        optionFactor(module, name, schema),
      ),
    ),
  ];
}

const entityFactor: ModuleFactor = {
  name: 'entities',
  values: entityKinds,
  decide(selection, value) {
    selection.entities = entityKinds[value] ?? 'none';
  },
};

const specimens: Record<Selection['entities'], Entity[]> = {
  none: [],
  open: [Entity.parse({ name: 'Alpha', fields: [] })],
  guarded: [
    Entity.parse({ name: 'Alpha', fields: [], owned: true, read: 'owner', write: 'owner' }),
  ],
};

/** One module of the group, or none. */
function inOrOut(group: readonly Module[]): ModuleFactor {
  const ids = group.map(({ id }) => id);
  return {
    name: ids.join(' | '),
    values: ['none', ...ids],
    decide({ inside, outside }, value) {
      for (const [index, id] of ids.entries()) (index + 1 === value ? inside : outside).add(id);
    },
  };
}

function optionFactor({ id, manifest }: Module, name: string, schema: OptionSchema): ModuleFactor {
  const values = valuesOf(schema);
  const absent = manifest.always ? 0 : 1;
  return {
    name: `${id}.${name}`,
    values: [...(absent ? ['–'] : []), ...values.map(String)],
    decide({ inside, outside, options }, value) {
      const chosen = values[value - absent];
      if (chosen === undefined) return void outside.add(id);
      if (absent) inside.add(id);
      options.set(id, { ...options.get(id), [name]: chosen });
    },
  };
}

/** All values of an enumeration; else the default and the extremes. */
function valuesOf(schema: OptionSchema): OptionValue[] {
  if (schema.enum) return schema.enum;
  if (schema.type === 'boolean') return [false, true];
  const { default: usual, minimum, maximum } = schema;
  return [...new Set([usual, minimum, maximum].filter((value) => value !== undefined))];
}

export function selectionOf(factors: readonly ModuleFactor[], choice: Choice): Selection {
  const selection: Selection = {
    inside: new Set(),
    outside: new Set(),
    options: new Map(),
    entities: 'none',
  };
  for (const [factor, value] of choice) factors[factor]?.decide(selection, value);
  return selection;
}

/** Asks the resolver: what is out is not there to be chosen, so whatever needs it is refused. */
export function feasibleIn(catalogue: CatalogueData, factors: readonly ModuleFactor[]) {
  const known = new Map<string, boolean>();
  return (choice: Choice): boolean => {
    const selection = selectionOf(factors, choice);
    const { inside, outside, options, entities } = selection;
    if ([...inside].some((id) => outside.has(id))) return false;
    const key = JSON.stringify([[...inside].sort(), [...outside].sort(), [...options], entities]);
    const plan = planOf(selection, { entities: specimens[entities], relations: [] });
    const answer = known.get(key) ?? resolve(plan, without(catalogue, outside)).ok;
    known.set(key, answer);
    return answer;
  };
}

export const without = (catalogue: CatalogueData, outside: ReadonlySet<string>): CatalogueData => ({
  ...catalogue,
  modules: new Map([...catalogue.modules].filter(([id]) => !outside.has(id))),
});

export const planOf = (
  { inside, options }: Selection,
  { entities, relations }: Pick<Plan, 'entities' | 'relations'> = { entities: [], relations: [] },
): Plan => ({
  name: 'trial-server',
  title: 'Trial server',
  summary: 'A server of modules that were chosen to meet.',
  language: 'en',
  planner: 'offline',
  modules: [...new Set([...inside, ...options.keys()])].map((id) => ({
    id,
    options: options.get(id) ?? {},
    reason: 'Chosen to meet the others.',
  })),
  entities,
  relations,
  roles: [],
  assumptions: [],
  uncovered: [],
});
