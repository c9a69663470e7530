import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCases } from '../../scripts/eval/case.ts';
import { implicit } from '../../scripts/eval/score-labels.ts';
import { topics } from '../../src/core/plan/topics.ts';
import { featureLabelled } from '../../src/llm/offline/vocabulary/features.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const { modules } = await treeCatalogue(join(import.meta.dirname, '..', '..')).load();
const known = new Set<string>([...topics, ...implicit]);

test.each([...modules.values()].map((module) => [module.id, module.manifest.labels] as const))(
  'the labels of %s are known ones',
  (_, labels) => expect(labels.filter((label) => !known.has(label))).toEqual([]),
);

test.each(['cases', 'fresh-cases'])('the labels of %s are known ones', (name) => {
  const cases = readCases(join(import.meta.dirname, `${name}.jsonl`));
  const used = cases.flatMap((one) => [
    ...one.required,
    ...one.acceptable,
    ...one.forbidden,
    ...one.any_of.flat(),
  ]);
  expect(used.filter((label) => !known.has(label))).toEqual([]);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

test('the offline planner has words for every topic', () =>
  expect(topics.filter((topic) => !featureLabelled(topic))).toEqual([]));
