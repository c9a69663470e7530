import { describe, expect, test } from 'vitest';
import { explainProblem } from '../../src/core/errors/problem.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { Plan } from '../../src/core/plan/plan.ts';
import { impliedRequirements } from '../../src/core/resolve/implied-requirements.ts';
import { planOf } from './plan-fixture.ts';

const editor = { name: 'editor', manages: ['Book'] };
const problemsOf = (...roles: object[]) => {
  const result = checkPlan(planOf({ roles }));
  return result.ok ? [] : result.problems;
};

test('a plan from before there were roles has none', () => {
  const { roles: _, ...old } = planOf();
  expect(Plan.parse(old).roles).toEqual([]);
});

test('roles that manage entities of the plan are sound', () =>
  expect(problemsOf(editor, { name: 'text-reviewer', manages: ['Author', 'Book'] })).toEqual([]));

test.each([
  ['admin', 'plan.reserved-role'],
  ['member', 'plan.reserved-role'],
  ['owner', 'plan.reserved-role'],
  ['constructor', 'plan.reserved-role'],
])('no role is named %s', (name, code) =>
  expect(problemsOf({ ...editor, name })).toMatchObject([{ code }]),
);

test('a role is named once', () =>
  expect(problemsOf(editor, editor)).toMatchObject([{ code: 'plan.duplicate-role' }]));

describe('a role that manages what does not exist', () => {
  const [problem] = problemsOf({ name: 'editor', manages: ['Boook'] });

  test.each(['en', 'ru'] as const)('hears what does, in %s', (language) => {
    if (!problem) throw new Error('no problem');
    const { code, sentence, suggestion } = explainProblem(problem, language);
    expect(code).toBe('plan.unknown-managed');
    expect(sentence).toContain('Boook');
    expect(suggestion).toContain('Author, Book');
  });
});

test.each(['Editor', 'chief editor', '-editor', '9th', ''])('“%s” is no name', (name) =>
  expect(() => planOf({ roles: [{ ...editor, name }] })).toThrow(),
);

test('roles need permissions, and nothing else does', () => {
  const needsOf = (roles: object[]) =>
    impliedRequirements(planOf({ roles })).map(({ by, requirement }) => [
      by,
      requirement.capability,
    ]);
  expect(needsOf([editor])).toContainEqual(['editor', 'permissions']);
  expect(needsOf([])).toEqual([['Author', 'crud']]);
});
