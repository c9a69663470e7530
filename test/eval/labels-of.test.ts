import { expect, test } from 'vitest';
import { labelsOf } from '../../scripts/eval/labels-of.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { planOf } from '../core/plan-fixture.ts';
import { catalogue } from '../edges/llm-catalogue.ts';

const labelled = (over: Record<string, unknown>) => {
  const plan = planOf({ entities: [], relations: [], ...over });
  const resolved = resolve(plan, catalogue);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { chosen, added } = labelsOf(plan, resolved.value, catalogue);
  return { chosen: [...chosen], added: [...added] };
};
const uncovered = (topic?: string) => [{ part: 'p', advice: 'a', ...(topic ? { topic } : {}) }];

test('a chosen module brings its labels, one that is always there adds its own', () =>
  expect(labelled({ modules: [{ id: 'auth-password', reason: 'r' }] })).toEqual({
    chosen: ['auth-password', 'password-reset'],
    added: ['deploy-docker'],
  }));

test('a part that is told to be missing counts by its topic', () =>
  expect(labelled({ uncovered: uncovered('graphql') }).chosen).toEqual(['graphql']));

test('not if a module answers it, nor without a topic', () => {
  expect(labelled({ uncovered: uncovered('crud') }).chosen).toEqual([]);
  expect(labelled({ uncovered: uncovered() }).chosen).toEqual([]);
});
