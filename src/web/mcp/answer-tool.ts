import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { explainProblem, type Result } from '../../core/errors/problem.ts';
import type { Language } from '../../core/plan/plan.ts';

/**
 * A tool's answer: the value, or every problem with its code, sentence and suggestion. Problems are
 * text alone, because clients hold all structured content against the schema of the value.
 */
export function answerTool(result: Result<object>, language: Language): CallToolResult {
  if (result.ok) return { ...asText(result.value), structuredContent: { ...result.value } };
  const problems = result.problems.map((problem) => explainProblem(problem, language));
  return { ...asText({ problems }), isError: true };
}

const asText = (value: object): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(value) }],
});
