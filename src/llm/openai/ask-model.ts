import OpenAI from 'openai';
import { fail, ok, type Problem, problem, type Result } from '../../core/errors/problem.ts';
import type { TokenUse } from '../../flows/ports.ts';
import type { ChatMessage } from './messages.ts';

export interface ModelSettings {
  apiKey: string;
  baseURL?: string;
  model: string;
  timeoutMs: number;
}

/** The text of one answer. Network faults were retried; what is left is a problem. */
export type Answer = Result<string> & { usage: TokenUse };

export type AskModel = (
  messages: readonly ChatMessage[],
  schema: Record<string, unknown>,
) => Promise<Answer>;

const retries = 2;
const nothing: TokenUse = { calls: 0, input: 0, cached: 0, output: 0 };

/** One call with structured output; the SDK waits and retries after 408, 409, 429, 5xx and breaks. */
export function modelAsker({ apiKey, baseURL, model, timeoutMs }: ModelSettings): AskModel {
  const client = new OpenAI({
    apiKey,
    ...(baseURL ? { baseURL } : {}),
    timeout: timeoutMs,
    maxRetries: retries,
    logLevel: 'off',
  });
  return async (messages, schema) => {
    try {
      const completion = await retryBrokenBody(() =>
        client.chat.completions.create({
          model,
          messages: [...messages],
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'plan', strict: true, schema },
          },
        }),
      );
      return { ...read(completion), usage: usageOf(completion) };
    } catch (error) {
      return { ...fail(unavailable(error)), usage: nothing };
    }
  };
}

/** A body that is cut off or no JSON surfaces as a raw TypeError or SyntaxError of the SDK. */
async function retryBrokenBody<T extends { choices?: unknown }>(
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const completion = await call();
      if (Array.isArray(completion.choices)) return completion;
      throw new SyntaxError('no choices');
    } catch (error) {
      const broken = error instanceof SyntaxError || error instanceof TypeError;
      if (!broken || attempt >= retries) throw error;
    }
  }
}

function read({ choices: [choice] }: OpenAI.ChatCompletion): Result<string> {
  if (choice?.message.refusal || choice?.finish_reason === 'content_filter')
    return fail(problem('planner.refused'));
  if (choice?.finish_reason === 'length') return fail(problem('planner.truncated'));
  return ok(choice?.message.content ?? '');
}

const usageOf = ({ usage }: OpenAI.ChatCompletion): TokenUse => ({
  calls: 1,
  input: usage?.prompt_tokens ?? 0,
  cached: usage?.prompt_tokens_details?.cached_tokens ?? 0,
  output: usage?.completion_tokens ?? 0,
});

/** Says what kind of fault it was; the provider's own words may quote the key. */
function unavailable(error: unknown): Problem {
  if (error instanceof OpenAI.APIConnectionTimeoutError)
    return problem('planner.unavailable', { detail: 'timeout' });
  if (error instanceof OpenAI.APIConnectionError)
    return problem('planner.unavailable', { detail: 'no connection' });
  if (error instanceof OpenAI.APIError)
    return problem('planner.unavailable', { detail: `HTTP ${error.status}` });
  if (error instanceof SyntaxError || error instanceof TypeError)
    return problem('planner.unavailable', { detail: 'broken answer' });
  throw error;
}
