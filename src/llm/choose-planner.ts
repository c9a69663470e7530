import type { Planner } from '../flows/ports.ts';
import { offlinePlanner } from './offline/offline-planner.ts';
import { openaiPlanner } from './openai/openai-planner.ts';

/** The environment that decides who plans. */
export interface PlannerEnvironment {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  SOTACODE_MODEL?: string | undefined;
  SOTACODE_MODEL_TIMEOUT_MS?: string | undefined;
}

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
