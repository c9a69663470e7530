import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { resolutionSummary } from '../../core/catalogue/resolution-summary.ts';
import { explainProblem, ok } from '../../core/errors/problem.ts';
import { detectLanguage } from '../../core/plan/detect-language.ts';
import { Compatibility, Drafted, LanguageChoice, RequestText } from '../api/schemas.ts';
import { checkDraft, readPlan } from '../work/check-draft.ts';
import { answerTool } from './answer-tool.ts';
import { PlanInput } from './plan-input.ts';
import type { ToolParts } from './tool-parts.ts';

/** `plan_server` and `check_plan`. */
export function planTools(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    'plan_server',
    {
      title: 'Plan a server',
      description:
        'Turns a request in plain words into a plan: modules, entities, relations, assumptions, and what no module covers. Nothing is written.',
      inputSchema: z.object({ request: RequestText, language: LanguageChoice.optional() }),
      outputSchema: Drafted,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async (asked) => {
      const drafted = await parts.plan(asked);
      const language = asked.language ?? detectLanguage(asked.request);
      if (!drafted.ok) return answerTool(drafted, language);
      const { plan, resolution, usage } = drafted.value;
      return answerTool(ok({ plan, resolution: resolutionSummary(resolution), usage }), language);
    },
  );
  server.registerTool(
    'check_plan',
    {
      title: 'Check a plan',
      description:
        'Whether the modules, options and entities of a plan stand together; if not, the smallest change that mends each problem. Use it after changing a plan.',
      inputSchema: z.object({ plan: PlanInput }),
      outputSchema: Compatibility,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    ({ plan: given }) => {
      const read = readPlan(given);
      if (!read.ok) return answerTool(read, 'en');
      const plan = read.value;
      const resolved = checkDraft(plan, parts.catalogue);
      const problems = resolved.ok ? [] : resolved.problems;
      const answer = {
        compatible: resolved.ok,
        resolution: resolved.ok ? resolutionSummary(resolved.value) : null,
        problems: problems.map((problem) => explainProblem(problem, plan.language)),
      };
      return answerTool(ok(answer), plan.language);
    },
  );
}
