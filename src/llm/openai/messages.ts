import { explainProblem, type Problem } from '../../core/errors/problem.ts';
import type { PlanRequest } from '../../flows/ports.ts';
import { cataloguePrompt } from './catalogue-prompt.ts';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** An answer that could not be used, and why. */
export interface Rejection {
  answer: string;
  problems: readonly Problem[];
}

const longestAnswer = 20_000;

/** The catalogue, the request as quoted data, and in the repair round the answer and its faults. */
export function messages({ text, catalogue }: PlanRequest, rejection?: Rejection): ChatMessage[] {
  return [
    { role: 'system', content: cataloguePrompt(catalogue) },
    { role: 'user', content: JSON.stringify({ request: text }) },
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
