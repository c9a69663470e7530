import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ModelAnswer,
  type ModelServer,
  startModelServer,
} from '../stand-in-model/start-model-server.ts';
import { storePlan } from './store-plan.ts';
import { type OpenWorld, openTalk, openWorld } from './talk.ts';

const good: ModelAnswer = { plan: storePlan };
const unknownModule = {
  plan: { ...storePlan, modules: [{ id: 'left-pad', options: [], reason: 'Pads.' }] },
};
const hostile = {
  plan: {
    ...storePlan,
    name: '../../etc',
    entities: [{ ...storePlan.entities[0], name: '../../../passwd' }],
  },
};

/** Each mood, and exactly the answers that it uses up. */
const mended: [mood: string, answers: ModelAnswer[]][] = [
  ['429 twice', [{ status: 429 }, { status: 429 }, good]],
  ['500 once', [{ status: 500 }, good]],
  ['a broken body', [{ brokenBody: true }, good]],
  ['silence once', [{ silentForMs: 6000 }, good]],
  ['text instead of JSON', [{ text: 'Sure! Here is your plan.' }, good]],
  ['half of a JSON', [{ text: JSON.stringify(storePlan).slice(0, 300) }, good]],
  ['a module that there is not', [unknownModule]],
  ['hostile names', [hostile, good]],
];
const final: [mood: string, answers: ModelAnswer[], sentence: string][] = [
  ['429 for ever', Array(3).fill({ status: 429 }), 'The model did not answer (HTTP 429).'],
  ['500 for ever', Array(3).fill({ status: 500 }), 'The model did not answer (HTTP 500).'],
  ['401', [{ status: 401 }], 'The model did not answer (HTTP 401).'],
  ['silence', Array(3).fill({ silentForMs: 6000 }), 'The model did not answer (timeout).'],
  ['a refusal', [{ refusal: 'No.' }], 'The model refused to plan this request.'],
  ['a filter', [{ filtered: '' }], 'The model refused to plan this request.'],
  ['a cut answer', [{ truncated: '{"outcome"' }], 'The model ran out of room'],
  ['no JSON twice', [{ text: 'a' }, { text: 'b' }], 'gave no usable plan'],
  ['hostile names twice', [hostile, hostile], 'gave no usable plan'],
];

/** What was answered was paid for. */
const costly = new Set(['a cut answer', 'no JSON twice', 'hostile names twice']);

describe('a model in a bad mood', { timeout: 60_000 }, () => {
  let model: ModelServer;
  let world: OpenWorld;
  beforeAll(async () => {
    model = await startModelServer([...mended, ...final].flatMap(([, answers]) => answers));
    world = await openWorld({
      OPENAI_API_KEY: 'sk-very-secret',
      OPENAI_BASE_URL: model.url,
      SOTACODE_MODEL: 'scripted',
      SOTACODE_MODEL_TIMEOUT_MS: '5000',
    });
  }, 60_000);
  afterAll(async () => {
    await world?.close();
    await model?.stop();
  }, 60_000);

  async function ask(mood: string) {
    const talk = await openTalk(world, mood.replaceAll(/\W+/g, '-'));
    await talk.open('/sotacode build an online store');
    return talk;
  }

  it.each(mended)('%s: a pull request in the end', async (mood, answers) => {
    const before = model.asked();
    const talk = await ask(mood);
    await talk.hears('The server is ready: #2');
    expect(model.asked() - before).toBe(answers.length);
    expect(talk.repository.checkRuns[0]?.output.summary).toMatch(/\d+ tokens in/);
    const paths = await world.filesOf(talk.repo, talk.repository.pulls[0]?.head ?? '');
    for (const path of paths) expect(path).not.toMatch(/\.\.|passwd|left-pad/);
  });

  it.each(final)('%s: one sentence and no pull request', async (mood, answers, sentence) => {
    const before = model.asked();
    const talk = await ask(mood);
    const told = await talk.hears(sentence);
    expect(told.body).toContain('The server was not built.');
    expect(talk.answers()).toHaveLength(1);
    expect(talk.repository.pulls).toEqual([]);
    expect(model.asked() - before).toBe(answers.length);
    if (costly.has(mood)) expect(told.body).toMatch(/❌ Plan: \d+ tokens in/);
    expect(told.body + world.app.output()).not.toContain('sk-very-secret');
  });
});
