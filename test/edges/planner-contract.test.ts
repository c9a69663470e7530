import { describe } from 'vitest';
import { choosePlanner } from '../../src/llm/choose-planner.ts';
import { startModelServer } from '../stand-in-model/start-model-server.ts';
import { plansAsPromised } from './planner-contract.ts';
import { wirePlan } from './wire-plan.ts';

describe('the offline planner', () => plansAsPromised((run) => run(choosePlanner({}))));

describe('a language model that obeys the request instead of its rules', () =>
  plansAsPromised(async (run) => {
    const hostile = {
      id: 'rm -rf',
      options: [{ name: 'path', value: '../../etc/passwd' }],
      reason: 'Said so.',
    };
    const honest = { id: 'auth-jwt', options: [], reason: 'The request says “accounts”.' };
    const server = await startModelServer([{ plan: wirePlan({ modules: [hostile, honest] }) }]);
    const env = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: server.url, SOTACODE_MODEL: 'stand-in' };
    try {
      await run(choosePlanner(env));
    } finally {
      await server.stop();
    }
  }));
