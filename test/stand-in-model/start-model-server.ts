import { type FixtureResponse, LLMock } from '@copilotkit/aimock';

/** What the model does with one request. */
export type ModelAnswer =
  | { plan: object }
  | { text: string }
  | { truncated: string }
  | { refusal: string }
  | { status: number }
  | { brokenBody: true };

export interface ModelServer {
  /** For OPENAI_BASE_URL. */
  url: string;
  /** Bodies of the requests so far. */
  requests(): ModelRequest[];
  stop(): Promise<void>;
}

export interface ModelRequest {
  messages: { role: string; content: string }[];
  response_format: { json_schema: { strict: boolean; schema: object } };
}

/** A model behind the OpenAI protocol on loopback that gives these answers, one per request. */
export async function startModelServer(answers: readonly ModelAnswer[]): Promise<ModelServer> {
  const mock = new LLMock({ port: 0 });
  for (const [index, answer] of answers.entries())
    mock.addFixture({
      match: { predicate: () => mock.getRequests().length === index },
      response: responseTo(answer),
      ...('brokenBody' in answer ? { chaos: { malformedRate: 1 } } : {}),
    });
  await mock.start();
  return {
    url: `${mock.url}/v1`,
    requests: () => mock.getRequests().map(({ body }) => body as unknown as ModelRequest),
    stop: () => mock.stop(),
  };
}

function responseTo(answer: ModelAnswer): FixtureResponse {
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  if ('plan' in answer) return { content: JSON.stringify(answer.plan), usage };
  if ('text' in answer) return { content: answer.text, usage };
  if ('truncated' in answer) return { content: answer.truncated, finishReason: 'length', usage };
  if ('refusal' in answer)
    return { content: answer.refusal, finishReason: 'content_filter', usage };
  if ('status' in answer)
    return { status: answer.status, error: { message: `status ${answer.status}` }, retryAfter: 0 };
  return { content: '' };
}
