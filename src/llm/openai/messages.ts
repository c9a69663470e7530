import { explainProblem, type Problem } from '../../core/errors/problem.ts';
import type { PlanRequest } from '../../flows/ports.ts';
import { cataloguePrompt } from './catalogue-prompt.ts';
import { shortlist } from './shortlist.ts';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** An answer that could not be used, and why. */
export interface Rejection {
  answer: string;
  problems: readonly Problem[];
}

const longestAnswer = 12_000;

/** The catalogue, the request as quoted data, and in the repair round the answer and its faults. */
export function messages(
  { text, catalogue, language }: PlanRequest,
  rejection?: Rejection,
): ChatMessage[] {
  const details = shortlist(text, catalogue);
  const asked = {
    ...(details.length > 0 ? { details } : {}),
    ...(language ? { language } : {}),
    request: text,
  };
  return [
    { role: 'system', content: cataloguePrompt(catalogue) },
    { role: 'user', content: JSON.stringify(asked) },
    ...(rejection ? repair(rejection) : []),
  ];
}

const repair = ({ answer, problems }: Rejection): ChatMessage[] => [
  { role: 'assistant', content: answer.slice(0, longestAnswer) },
  {
    role: 'user',
    content: JSON.stringify({
      rejected: problems.map((problem) => {
        const { code, sentence, suggestion } = explainProblem(problem, 'en');
        return { code, sentence, suggestion };
      }),
      task: 'Answer the same request again with a plan that has none of these faults.',
    }),
  },
];
