import { expect, test } from 'vitest';
import { problem } from '../../src/core/errors/problem.ts';
import type { ModelAnswer } from '../stand-in-model/start-model-server.ts';
import { planOver } from './llm-rig.ts';
import { wirePlan } from './wire-plan.ts';

const good: ModelAnswer = { plan: wirePlan() };
const use = (calls: number) => ({ calls, input: 100 * calls, cached: 0, output: 20 * calls });

test.each<[string, ModelAnswer[], object]>([
  ['one call', [good], use(1)],
  [
    'one call after two attempts without an answer',
    [{ status: 500 }, { status: 429 }, good],
    use(1),
  ],
  ['two calls', [{ text: 'no' }, good], use(2)],
  ['two calls for nothing', [{ text: 'no' }, { text: 'no' }], use(2)],
  ['a call that was cut short', [{ truncated: '{' }], use(1)],
  ['a call, and a repair that got no answer', [{ text: 'no' }, { status: 401 }], use(1)],
  ['no answer at all', [{ status: 401 }], use(0)],
])('%s: what was paid for is told', async (_, answers, usage) =>
  expect((await planOver(answers)).result.usage).toEqual(usage),
);

test('a repair after the resolver’s refusal reports its own call only', async () => {
  const { result } = await planOver([good]);
  if (!result.ok) throw new Error('no plan');
  const problems = [problem('module.unknown', { id: 'x' })];
  const again = await planOver([good], { rejected: { plan: result.value, problems } });
  expect(again.result.usage).toEqual(use(1));
});

test('an empty request costs nothing', async () => {
  const { asked, result } = await planOver([], { text: ' ' });
  expect([asked, result.usage]).toEqual([0, undefined]);
});
