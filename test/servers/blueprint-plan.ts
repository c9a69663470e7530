import type { Blueprint } from '../../src/core/plan/blueprint.ts';
import { Plan } from '../../src/core/plan/plan.ts';

/** The plan that a blueprint alone makes. */
export const blueprintPlan = ({ id, title, plan }: Blueprint): Plan =>
  Plan.parse({
    name: plan.name,
    title,
    summary: `${title}.`,
    language: 'en',
    planner: 'offline',
    modules: plan.modules.map((module) => ({ id: module, reason: `Part of the ${id} blueprint.` })),
    entities: plan.entities,
    relations: plan.relations,
    roles: plan.roles,
    assumptions: [],
    uncovered: [],
  });
