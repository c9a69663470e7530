import OpenAI from 'openai';
import { fail, ok, type Problem, problem, type Result } from '../../core/errors/problem.ts';
import type { TokenUse } from '../../core/plan/token-use.ts';
import type { ChatMessage } from './messages.ts';
import { retry } from './retry.ts';

export interface ModelSettings {
  apiKey: string;
  baseURL?: string;
  model: string;
  timeoutMs: number;
}

/** The text of one answer. Faults that pass were retried; what is left is a problem. */
export type Answer = Result<string> & { usage: TokenUse };

export interface Question {
  model: string;
  messages: readonly ChatMessage[];
  /** JSON Schema within the strict subset. */
  schema: Record<string, unknown>;
}

export type AskModel = (question: Question) => Promise<Answer>;

/** Calls without an answer cost nothing that the endpoint would tell. */
const nothing: TokenUse = { calls: 0, input: 0, cached: 0, output: 0 };

/** One call with structured output; attempts that got no answer belong to the same call. */
export function modelAsker({ apiKey, baseURL, timeoutMs }: Omit<ModelSettings, 'model'>): AskModel {
  const client = new OpenAI({
    apiKey,
    ...(baseURL ? { baseURL } : {}),
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
  });
  return async ({ model, messages, schema }) => {
    try {
      const completion = await retry(async () =>
        whole(
          await client.chat.completions.create({
            model,
            messages: [...messages],
            response_format: {
              type: 'json_schema',
              json_schema: { name: 'plan', strict: true, schema },
            },
          }),
        ),
      );
      return { ...read(completion), usage: usageOf(completion) };
    } catch (error) {
      return { ...fail(unavailable(error)), usage: nothing };
    }
  };
}

/** Some endpoints answer 200 with an error in the body. */
function whole(completion: OpenAI.ChatCompletion): OpenAI.ChatCompletion {
  if (Array.isArray(completion.choices)) return completion;
  throw new SyntaxError('no choices');
}

function read({ choices: [choice] }: OpenAI.ChatCompletion): Result<string> {
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter')
    return fail(problem('planner.refused'));
  if (choice?.finish_reason === 'length') return fail(problem('planner.truncated'));
  return ok(choice?.message?.content ?? '');
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
