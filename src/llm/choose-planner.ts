import type { Planner } from '../flows/ports.ts';
import { offlinePlanner } from './offline/offline-planner.ts';
import { openaiPlanner } from './openai/openai-planner.ts';

/** `OPENAI_API_KEY`, `OPENAI_BASE_URL`, `SOTACODE_MODEL`, `SOTACODE_MODEL_TIMEOUT_MS`. */
export type PlannerEnvironment = Readonly<Record<string, string | undefined>>;

const defaultModel = 'gpt-5-mini';
const defaultTimeoutMs = 90_000;

/** A language model when there is a key for one, else the offline planner. */
export function choosePlanner(env: PlannerEnvironment): Planner {
  if (!env.OPENAI_API_KEY) return offlinePlanner;
  return openaiPlanner({
    apiKey: env.OPENAI_API_KEY,
    ...(env.OPENAI_BASE_URL ? { baseURL: env.OPENAI_BASE_URL } : {}),
    model: env.SOTACODE_MODEL || defaultModel,
    timeoutMs: Number(env.SOTACODE_MODEL_TIMEOUT_MS) || defaultTimeoutMs,
  });
}
