import type { Entity } from '../plan/entity.ts';
import { singularKey } from '../plan/entity-names.ts';
import type { Plan } from '../plan/plan.ts';
import type { Relation } from '../plan/relation.ts';
import { adoptionWords } from './adoption-words.ts';
import { compareFields } from './compare-fields.ts';

/** The tables that modules bring themselves. */
export interface OwnTables {
  /** By `singularKey`. */
  owners: ReadonlyMap<string, { id: string; entity: Entity }>;
  relations: readonly Relation[];
}

/** The plan without the entities that modules keep in tables of their own, and how that is told. */
export function giveWay(plan: Plan, own: OwnTables): Plan {
  const isOwned = (name: string) => own.owners.has(singularKey(name));
  const gone = plan.entities.filter(({ name }) => isOwned(name));
  if (gone.length === 0) return plan;
  const touches = ({ from, to }: Relation) => isOwned(from) || isOwned(to);
  return {
    ...plan,
    entities: plan.entities.filter(({ name }) => !isOwned(name)),
    relations: plan.relations.filter((relation) => !touches(relation)),
    assumptions: [
      ...plan.assumptions,
      ...keptElsewhere(gone, own, plan),
      ...cutRelations(plan.relations.filter(touches), own, plan),
    ],
  };
}

/** A sentence for each module, and for each entity whose fields the module calls otherwise or has not. */
function keptElsewhere(gone: readonly Entity[], { owners }: OwnTables, { language }: Plan) {
  const say = adoptionWords[language];
  const ownerOf = ({ name }: Entity) => owners.get(singularKey(name));
  const byModule = Map.groupBy(gone, (entity) => ownerOf(entity)?.id ?? '');
  const kept = [...byModule].map(([id, entities]) => say.kept(id, namesOf(entities)));
  const differing = gone.flatMap((entity) => {
    const { otherNames, missing } = compareFields(entity, ownerOf(entity)?.entity);
    return [
      ...(otherNames.length > 0 ? [say.otherNames(entity.name, otherNames)] : []),
      ...(missing.length > 0 ? [say.lostFields(entity.name, missing)] : []),
    ];
  });
  return [...kept, ...differing];
}

/** A generated table cannot point at a module's: such a relation is left to the user, and told. */
function cutRelations(cut: readonly Relation[], own: OwnTables, { language }: Plan): string[] {
  const between = ({ from, to }: Relation) => [from, to].map(singularKey).toSorted().join();
  const kept = new Set(own.relations.map(between));
  return cut
    .filter((relation) => !kept.has(between(relation)))
    .map(({ from, to }) => adoptionWords[language].cut(from, to));
}

const namesOf = (items: readonly { name: string }[]) => items.map(({ name }) => name);
