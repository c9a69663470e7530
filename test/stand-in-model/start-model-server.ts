import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type FixtureResponse, LLMock } from '@copilotkit/aimock';
import { refusalBody } from './refusal-body.ts';

/** What the model does with one request. */
export type ModelAnswer =
  | { plan: object }
  | { text: string }
  | { truncated: string }
  | { filtered: string }
  | { refusal: string }
  | { status: number }
  | { silentForMs: number }
  | { cutOff: string }
  | { brokenBody: true };

export interface ModelServer {
  /** For OPENAI_BASE_URL. */
  url: string;
  /** How often the model was asked. */
  asked(): number;
  /** Bodies of the requests, but of those that were refused or met with silence. */
  requests(): ModelRequest[];
  stop(): Promise<void>;
}

export interface ModelRequest {
  model: string;
  messages: { role: string; content: string }[];
  response_format: { json_schema: { strict: boolean; schema: object } };
}

/** A model behind the OpenAI protocol on loopback that gives these answers, one per request. */
export async function startModelServer(answers: readonly ModelAnswer[]): Promise<ModelServer> {
  const mock = new LLMock({ port: 0 });
  let asked = 0;
  mock.mount('/v1/chat', {
    handleRequest: async (_, response) => {
      asked += 1;
      return answerBeside(answers[asked - 1], response);
    },
  });
  for (const [index, answer] of answers.entries())
    mock.addFixture({
      match: { predicate: () => asked === index + 1 },
      response: responseTo(answer),
      ...('brokenBody' in answer ? { chaos: { malformedRate: 1 } } : {}),
    });
  await mock.start();
  return {
    url: `${mock.url}/v1`,
    asked: () => asked,
    requests: () => mock.getRequests().map(({ body }) => body as unknown as ModelRequest),
    stop: () => mock.stop(),
  };
}

/** The moods that the mock itself does not have; false hands the request on to it. */
async function answerBeside(
  answer: ModelAnswer | undefined,
  response: ServerResponse,
): Promise<boolean> {
  if (answer && 'refusal' in answer) {
    response.setHeader('content-type', 'application/json').end(refusalBody(answer.refusal));
    return true;
  }
  if (answer && 'cutOff' in answer) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' });
    response.write(answer.cutOff, () => response.destroy());
    return true;
  }
  if (!answer || !('silentForMs' in answer)) return false;
  await wait(answer.silentForMs);
  response.destroy();
  return true;
}

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

function responseTo(answer: ModelAnswer): FixtureResponse {
  if ('plan' in answer) return { content: JSON.stringify(answer.plan), usage };
  if ('text' in answer) return { content: answer.text, usage };
  if ('truncated' in answer) return { content: answer.truncated, finishReason: 'length', usage };
  if ('filtered' in answer)
    return { content: answer.filtered, finishReason: 'content_filter', usage };
  if ('status' in answer)
    return { status: answer.status, error: { message: `status ${answer.status}` }, retryAfter: 0 };
  return { content: '' };
}
