import { setTimeout as wait } from 'node:timers/promises';
import OpenAI from 'openai';

const attempts = 3;
const firstWaitMs = 500;
const longestWaitMs = 30_000;

/** Three attempts in all; between them a wait that doubles, or what the endpoint asked for. */
export async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (made === attempts || !passes(error)) throw error;
      await wait(waitMs(error, made));
    }
  }
}

/** A body that is cut off or no JSON surfaces as a raw TypeError or SyntaxError of the SDK. */
function passes(error: unknown): boolean {
  if (error instanceof OpenAI.APIConnectionError) return true;
  if (error instanceof OpenAI.APIError)
    return [408, 409, 429].includes(error.status ?? 0) || (error.status ?? 0) >= 500;
  return error instanceof SyntaxError || error instanceof TypeError;
}

/** Spread over half the wait, so that jobs which failed together do not come back together. */
function waitMs(error: unknown, made: number): number {
  const asked = error instanceof OpenAI.APIError ? error.headers?.get('retry-after') : null;
  const seconds = asked ? Number(asked) : Number.NaN;
  const base = Number.isFinite(seconds) ? seconds * 1000 : firstWaitMs * 2 ** (made - 1);
  return Math.min(base, longestWaitMs) * (1 + Math.random() / 2);
}
