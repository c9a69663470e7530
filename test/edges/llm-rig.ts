import type { PlanRequest } from '../../src/flows/ports.ts';
import { choosePlanner } from '../../src/llm/choose-planner.ts';
import { type ModelAnswer, startModelServer } from '../stand-in-model/start-model-server.ts';
import { catalogue } from './llm-catalogue.ts';

/** Asks a planner over a stand-in model that gives these answers; a model not answered is a fault. */
export async function planOver(answers: ModelAnswer[], request: Partial<PlanRequest> = {}) {
  const server = await startModelServer(answers);
  const planner = choosePlanner({
    OPENAI_API_KEY: 'sk-secret',
    OPENAI_BASE_URL: server.url,
    SOTACODE_MODEL: 'stand-in',
    SOTACODE_MODEL_TIMEOUT_MS: '400',
  });
  try {
    const result = await planner.plan({ text: 'notes with accounts', catalogue, ...request });
    const codes = result.ok ? [] : result.problems.map(({ code }) => code);
    return { result, codes, asked: server.asked(), requests: server.requests() };
  } finally {
    await server.stop();
  }
}
