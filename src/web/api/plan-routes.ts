import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { resolutionSummary } from '../../core/catalogue/resolution-summary.ts';
import { explainProblem } from '../../core/errors/problem.ts';
import { orThrow } from '../problem/problem-error.ts';
import { checkDraft } from '../work/check-draft.ts';
import { draftPlan } from '../work/draft-plan.ts';
import type { ApiParts } from './api-parts.ts';
import {
  badInput,
  Compatibility,
  commonProblems,
  Drafted,
  json,
  notNow,
  notPossible,
  PlanBody,
  ResolveBody,
} from './schemas.ts';

export const planRoutes: FastifyPluginAsyncZod<ApiParts> = async (app, parts) => {
  app.post(
    '/api/plan',
    {
      onRequest: (request) => parts.spend('plan', request),
      schema: {
        operationId: 'planServer',
        summary: 'A plan for a server described in plain words',
        tags: ['plans'],
        body: PlanBody,
        response: {
          200: json('A plan that resolves, and what it means', Drafted),
          ...badInput,
          ...notPossible,
          ...notNow,
          ...commonProblems,
        },
      },
    },
    async ({ body }) => {
      const { plan, resolution, usage } = orThrow(await draftPlan(parts, body));
      return { plan, resolution: resolutionSummary(resolution), usage };
    },
  );

  app.post(
    '/api/resolve',
    {
      schema: {
        operationId: 'resolvePlan',
        summary: 'Whether the modules of a plan stand together, and what they bring along',
        tags: ['plans'],
        body: ResolveBody,
        response: {
          200: json('Also for a plan that is not compatible', Compatibility),
          ...badInput,
          ...commonProblems,
        },
      },
    },
    async ({ body: { plan } }) => {
      const resolved = checkDraft(plan, parts.catalogue);
      if (resolved.ok) {
        const resolution = resolutionSummary(resolved.value);
        return { compatible: true, resolution, problems: [] };
      }
      const problems = resolved.problems.map((each) => explainProblem(each, plan.language));
      return { compatible: false, resolution: null, problems };
    },
  );
};
