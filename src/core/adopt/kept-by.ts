import type { Entity } from '../plan/entity.ts';
import type { Relation } from '../plan/relation.ts';
import type { Resolution } from '../resolve/resolution.ts';

/** All that a server keeps, whether generated or in tables that modules bring. */
export function keptBy({ plan, modules }: Resolution): {
  entities: Entity[];
  relations: Relation[];
} {
  const manifests = modules.map(({ module }) => module.manifest);
  return {
    entities: [...plan.entities, ...manifests.flatMap(({ ownsEntities }) => ownsEntities)],
    relations: [...plan.relations, ...manifests.flatMap(({ ownsRelations }) => ownsRelations)],
  };
}
