import { type Problem, problem } from '../errors/problem.ts';
import { relationName } from './entity-names.ts';
import type { Plan } from './plan.ts';
import type { Relation } from './relation.ts';

export function checkRelations({ entities, relations }: Plan): Problem[] {
  const names = new Set(entities.map(({ name }) => name));
  const dangling = relations
    .flatMap(({ from, to }) => [from, to].map((name) => ({ name, relation: `${from} – ${to}` })))
    .filter(({ name }) => !names.has(name))
    .map((params) => problem('plan.unknown-entity', params));
  return [...dangling, ...repeated(relations), ...circular(relations)];
}

function repeated(relations: readonly Relation[]): Problem[] {
  const seen = new Set<string>();
  return relations
    .filter((relation) => {
      const { kind, from, to } = relation;
      const key =
        kind === 'one-to-many'
          ? `${to}.${relationName(relation)}`
          : [from, to].toSorted().join(' <> ');
      return seen.size === seen.add(key).size;
    })
    .map(({ from, to }) => problem('plan.duplicate-relation', { from, to }));
}

/** When each needs the other first, the first row of either can never be written. */
function circular(relations: readonly Relation[]): Problem[] {
  const required = relations.filter((r) => r.kind === 'one-to-many' && r.required);
  const needs = Map.groupBy(required, ({ to }) => to);
  const reaches = (start: string, goal: string, seen = new Set<string>()): boolean =>
    start === goal ||
    (seen.size !== seen.add(start).size &&
      (needs.get(start) ?? []).some(({ from }) => reaches(from, goal, seen)));
  return required
    .filter(({ from, to }) => reaches(from, to))
    .map(({ from, to }) => problem('plan.circular-relation', { from, to }));
}
