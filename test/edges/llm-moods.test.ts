import { describe, expect, test } from 'vitest';
import { choosePlanner } from '../../src/llm/choose-planner.ts';
import type { ModelAnswer } from '../stand-in-model/start-model-server.ts';
import { catalogue } from './llm-catalogue.ts';
import { planOver } from './llm-rig.ts';
import { wirePlan } from './wire-plan.ts';

const good: ModelAnswer = { plan: wirePlan() };

describe('a model in a bad mood', () => {
  test.each<[string, ModelAnswer[], number]>([
    ['429 once', [{ status: 429 }, good], 2],
    ['500 twice', [{ status: 500 }, { status: 500 }, good], 3],
    ['a broken body once', [{ brokenBody: true }, good], 2],
    ['a disconnect once', [{ cutOff: '{"id":"chatcmpl-1","choices":[{' }, good], 2],
    ['silence once', [{ silentForMs: 900 }, good], 2],
    ['no JSON once', [{ text: 'Sure! Here is your plan:' }, good], 2],
    ['JSON cut off once', [{ text: '{"outcome":"plan","name":' }, good], 2],
    ['another shape once', [{ plan: { modules: 'all' } }, good], 2],
    ['a name that is none', [{ plan: wirePlan({ name: '../up' }) }, good], 2],
  ])('%s is got over', async (_, answers, requests) => {
    const { result, asked } = await planOver(answers);
    expect(result).toMatchObject({ ok: true, value: { name: 'notes' } });
    expect(asked).toBe(requests);
  });

  test.each<[string, ModelAnswer[], string, number]>([
    ['500 for good', Array(3).fill({ status: 500 }), 'planner.unavailable', 3],
    ['429 for good', Array(3).fill({ status: 429 }), 'planner.unavailable', 3],
    ['disconnects for good', Array(3).fill({ cutOff: '{' }), 'planner.unavailable', 3],
    ['broken bodies for good', Array(3).fill({ brokenBody: true }), 'planner.unavailable', 3],
    ['silence', Array(3).fill({ silentForMs: 900 }), 'planner.unavailable', 3],
    ['401', [{ status: 401 }], 'planner.unavailable', 1],
    ['400', [{ status: 400 }], 'planner.unavailable', 1],
    ['refusal', [{ refusal: 'I cannot help.' }], 'planner.refused', 1],
    ['a content filter', [{ filtered: '{' }], 'planner.refused', 1],
    ['truncation', [{ truncated: '{"outcome":' }], 'planner.truncated', 1],
    ['no JSON twice', [{ text: 'no' }, { text: 'no' }, good], 'planner.invalid', 2],
  ])('%s ends in one clear problem', async (_, answers, code, requests) => {
    const { codes, asked } = await planOver(answers);
    expect(codes).toEqual([code]);
    expect(asked).toBe(requests);
  });

  test('neither the key nor the provider’s words reach the user', async () => {
    const { result } = await planOver([{ status: 401 }]);
    expect(JSON.stringify(result)).not.toMatch(/sk-secret|status 401/);
  });

  test('a server that is not there', async () => {
    const OPENAI_BASE_URL = 'http://127.0.0.1:9/v1';
    const planner = choosePlanner({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL });
    expect(await planner.plan({ text: 'notes', catalogue })).toMatchObject({
      problems: [{ code: 'planner.unavailable' }],
    });
  });
});
