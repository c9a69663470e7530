import { expect, test } from 'vitest';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { catalogue } from './llm-catalogue.ts';

test.each(catalogue.blueprints.map((blueprint) => [blueprint.id, blueprint] as const))(
  'ready model %s plans soundly in both languages, with and without accounts',
  (id, { keywords, plan: { entities: all } }) => {
    for (const word of [keywords.en[0], keywords.ru[0]?.replace('*', '')])
      for (const tail of ['', ', no auth', `, ${all.map(({ name }) => name).join(', ')}`]) {
        const result = planOffline({ text: `${word} API${tail}`, catalogue });
        if (!result.ok) throw new Error(`${id}: ${word}${tail}`);
        expect(checkPlan(result.value)).toEqual(result);
        expect(result.value.entities.length).toBeGreaterThan(0);
      }
  },
);
