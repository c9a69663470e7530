import { expect, test } from 'vitest';
import { Case } from '../../scripts/eval/case.ts';
import { scoreCase } from '../../scripts/eval/score-case.ts';
import { byLanguage } from '../../scripts/eval/summarize.ts';
import { summaryTable } from '../../scripts/eval/tables.ts';
import type { ErrorCode } from '../../src/core/errors/error-table.ts';
import { fail, ok, problem } from '../../src/core/errors/problem.ts';
import { planOf } from '../core/plan-fixture.ts';
import { catalogue } from '../edges/llm-catalogue.ts';

const usage = { calls: 1, input: 10, cached: 0, output: 2 };
const caseOf = (expect: string, lang = 'en') =>
  Case.parse({
    id: 'x',
    lang,
    request: 'r',
    expect,
    required: ['crud'],
    acceptable: [],
    forbidden: [],
    any_of: [],
    entities: [],
  });
const failed = (expected: string, code: ErrorCode, lang?: string) =>
  scoreCase(caseOf(expected, lang), { decided: fail(problem(code)), usage, ms: 4 }, catalogue);

test.each<[string, ErrorCode, boolean]>([
  ['conflict', 'request.contradiction', true],
  ['conflict', 'request.refused', true],
  ['conflict', 'request.unclear', false],
  ['refuse', 'request.refused', true],
  ['refuse', 'request.unclear', true],
  ['refuse', 'planner.refused', true],
  ['refuse', 'planner.unavailable', false],
  ['refuse', 'planner.invalid', false],
  ['build', 'request.unclear', false],
])('%s met with %s is right: %s', (expected, code, right) =>
  expect(failed(expected, code).right).toBe(right),
);

test.each(['conflict', 'refuse'])('a plan is no %s', (expected) => {
  const plan = planOf();
  const decided = ok({ plan, resolution: { plan, modules: [], providers: new Map() } });
  expect(scoreCase(caseOf(expected), { decided, usage, ms: 1 }, catalogue).right).toBe(false);
});

test('every case weighs the same, and languages stand apart', () => {
  const scores = [
    failed('build', 'request.unclear'),
    failed('refuse', 'request.refused', 'ru'),
    failed('conflict', 'request.unclear', 'ru'),
  ];
  const [all, ru, en] = byLanguage(scores);
  expect([all?.[0], ru?.[0], en?.[0]]).toEqual(['all', 'ru', 'en']);
  expect(all?.[1]).toMatchObject({ cases: 3, f1: 0, tokensIn: 10, tokensOut: 2, ms: 4 });
  expect(ru?.[1]).toMatchObject({
    f1: null,
    refusals: { found: 1, expected: 1 },
    conflicts: { found: 0, expected: 1 },
  });
  expect(summaryTable(scores).split('\n')[3]).toMatch(/^\| ru \| 2 \| – \|.*\| 0\/1 \| 1\/1 \|/);
});
