import { describe, expect, test } from 'vitest';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { catalogue } from './llm-catalogue.ts';
import { planOver } from './llm-rig.ts';
import { wirePlan } from './wire-plan.ts';

const without = (...ids: string[]) => ({
  ...catalogue,
  modules: new Map([...catalogue.modules].filter(([id]) => !ids.includes(id))),
});

describe('a model', () => {
  test('that the repository chose is asked and named', async () => {
    const { result, requests } = await planOver([{ plan: wirePlan() }], { model: 'theirs' });
    expect(requests[0]?.model).toBe('theirs');
    expect(result).toMatchObject({ value: { planner: 'theirs' } });
  });

  test('is told the language, and the plan is in it', async () => {
    const { result, requests } = await planOver([{ plan: wirePlan() }], { language: 'ru' });
    expect(JSON.parse(requests[0]?.messages[1]?.content ?? '')).toMatchObject({ language: 'ru' });
    expect(result).toMatchObject({ value: { language: 'ru' } });
  });

  test('is not offered a module that is denied, and cannot choose it', async () => {
    const plan = wirePlan({ modules: [{ id: 'auth-password', options: [], reason: 'Asked.' }] });
    const { result, requests } = await planOver([{ plan }], {
      catalogue: without('auth-password'),
    });
    expect(JSON.stringify(requests[0])).not.toContain('- auth-password');
    expect(result).toMatchObject({
      value: { modules: [], uncovered: [{ part: 'auth-password' }] },
    });
  });
});

describe('the offline planner', () => {
  const plan = (text: string, over = {}) => {
    const result = planOffline({ text, catalogue, ...over });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };

  test('answers in the language that is asked for', () => {
    expect(plan('a blog with Kafka', { language: 'ru' })).toMatchObject({
      language: 'ru',
      title: 'Блог',
    });
    expect(plan('блог', { language: 'en' }).assumptions[0]).toContain('offline planner');
  });

  test('has no model to choose', () =>
    expect(plan('a blog', { model: 'theirs' })).toEqual(plan('a blog')));

  test('tells that a denied module is missing', () => {
    const text = 'a blog with sign-in by password';
    const topics = (ids: string[]) =>
      plan(text, { catalogue: without(...ids) }).uncovered.map(({ topic }) => topic);
    expect(topics([])).toEqual([]);
    expect(topics(['auth-password'])).toEqual(['auth-password']);
  });
});
