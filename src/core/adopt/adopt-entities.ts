import { fail, ok, type Result } from '../errors/problem.ts';
import { singularKey } from '../plan/entity-names.ts';
import type { Plan } from '../plan/plan.ts';
import type { ChosenModule } from '../resolve/resolution.ts';
import { giveWay } from './give-way.ts';
import { standOn } from './stand-on.ts';

/**
 * Fits the plan's entities to the modules: what a module keeps in tables of its own is not
 * generated, and what it stands on is. Each change is told. The same plan when there is none.
 */
export function adoptEntities(plan: Plan, chosen: readonly ChosenModule[]): Result<Plan> {
  const modules = chosen.map(({ module: { id, manifest } }) => ({ id, ...manifest }));
  const owners = modules.flatMap(({ id, ownsEntities }) =>
    ownsEntities.map((entity) => [singularKey(entity.name), { id, entity }] as const),
  );
  const relations = modules.flatMap(({ ownsRelations }) => ownsRelations);
  let adopted = giveWay(plan, { owners: new Map(owners), relations });
  for (const { id, entities } of modules) {
    for (const entity of entities) {
      const next = standOn(adopted, id, entity);
      if (!next.ok) return fail(...next.problems);
      adopted = next.value;
    }
  }
  return ok(adopted);
}
