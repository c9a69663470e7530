import type { CatalogueData } from '../../../src/core/manifest/module.ts';
import { checkPlan } from '../../../src/core/plan/check-plan.ts';
import { Entity } from '../../../src/core/plan/entity.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { needsIdentity } from '../../../src/core/resolve/needs-identity.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import { type Choice, coveringArray } from './covering-array.ts';
import {
  entityFactors,
  entityOf,
  isPossibleEntity,
  relationOf,
  relationVariantOf,
} from './entity-factors.ts';
import {
  feasibleIn,
  moduleFactors,
  planOf,
  type Selection,
  selectionOf,
  without,
} from './module-factors.ts';

/** A server of the covering array. */
export interface PairRow {
  /** From 1. */
  number: number;
  plan: Plan;
  /** Exactly these modules, besides those that are always in. */
  modules: string[];
  options: Record<string, string>;
}

/** Servers in which all choices meet, and entities in which all features of entities do. */
export function pairRows(catalogue: CatalogueData, strength = 2): PairRow[] {
  const factors = moduleFactors(catalogue);
  const feasible = feasibleIn(catalogue, factors);
  const selections = coveringArray(factors, { strength, feasible }).map((row) =>
    selectionOf(factors, new Map(row.entries())),
  );
  return shareOut(entityChoices(), selections, catalogue).map(({ selection, entities }, index) => ({
    number: index + 1,
    plan: planOf(selection, modelOf(entities, catalogue, selection)),
    modules: [...selection.inside].sort(),
    options: optionsOf(selection),
  }));
}

export const entityChoices = (): Choice[] =>
  coveringArray(entityFactors, { strength: 2, feasible: isPossibleEntity }).map(
    (row) => new Map(row.entries()),
  );

const mostPerRow = 8;

interface Share {
  selection: Selection;
  entities: Choice[];
}

/** Each entity goes to the row that has the fewest of those that can have it. */
function shareOut(
  choices: readonly Choice[],
  selections: readonly Selection[],
  catalogue: CatalogueData,
): Share[] {
  const shares: Share[] = selections.map((selection) => ({ selection, entities: [] }));
  const takes = ({ selection }: Share, choice: Choice) => {
    const entities = [entityOf('Alpha', choice)];
    if (selection.entities === 'none') return false;
    if (selection.entities === 'open' && needsIdentity(entities)) return false;
    const plan = planOf(selection, { entities, relations: [] });
    return resolve(plan, without(catalogue, selection.outside)).ok;
  };
  for (const choice of choices) {
    const fitting = shares.filter((share) => takes(share, choice));
    const fewest = fitting.sort((a, b) => a.entities.length - b.entities.length)[0];
    if (!fewest) throw new Error('No row can have an entity of this kind.');
    if (fewest.entities.length < mostPerRow) fewest.entities.push(choice);
    else shares.push({ selection: fewest.selection, entities: [choice] });
  }
  return shares;
}

const names =
  `Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November
  Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu`.split(/\s+/);

/** The entities of a row, each hung on the one before it. */
function modelOf(choices: readonly Choice[], catalogue: CatalogueData, selection: Selection) {
  const entities: Entity[] = [];
  const relations: Plan['relations'] = [];
  for (const [index, choice] of choices.entries()) {
    const name = names[index] ?? `Zulu${index}`;
    const variant = relationVariantOf(choice);
    if (!entities[0] && variant !== 'none' && variant !== 'self') entities.push(anchor);
    relations.push(...relationOf(variant, name, entities.at(-1)?.name ?? anchor.name));
    entities.push(entityOf(name, choice));
  }
  const plan = planOf(selection, { entities, relations });
  const checked = checkPlan(plan);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  if (!resolve(plan, without(catalogue, selection.outside)).ok)
    throw new Error('A row cannot have its entities.');
  return { entities, relations };
}

const anchor = Entity.parse({ name: 'Anchor', fields: [{ name: 'label', type: 'string' }] });

const optionsOf = ({ options }: Selection) =>
  Object.fromEntries(
    [...options].flatMap(([id, values]) =>
      Object.entries(values).map(([name, value]) => [`${id}.${name}`, String(value)]),
    ),
  );
