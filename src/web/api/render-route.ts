import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { ok } from '../../core/errors/problem.ts';
import { orThrow } from '../problem/problem-error.ts';
import { draftPlan } from '../work/draft-plan.ts';
import { zipTree } from '../work/zip-tree.ts';
import type { ApiParts } from './api-parts.ts';
import { Archive, badInput, commonProblems, notNow, notPossible, RenderBody } from './schemas.ts';

export const renderRoute: FastifyPluginAsyncZod<ApiParts> = async (app, parts) => {
  app.post(
    '/api/render',
    {
      onRequest: (request) => parts.spend('render', request),
      schema: {
        operationId: 'renderServer',
        summary: 'The complete server as a ZIP archive; the same plan gives the same bytes',
        tags: ['plans'],
        body: RenderBody,
        response: {
          200: {
            description: 'One folder, named like the plan',
            content: { 'application/zip': { schema: Archive } },
          },
          ...badInput,
          ...notPossible,
          ...notNow,
          ...commonProblems,
        },
      },
    },
    async (request, reply) => {
      const { plan: given, request: words = '', language } = request.body;
      if (!given) await parts.spend('plan', request);
      const drafted = given
        ? ok({ plan: given })
        : await draftPlan(parts, { request: words, language });
      const { plan } = orThrow(drafted);
      const tree = orThrow(await parts.renderer.render(plan));
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${plan.name}.zip"`)
        .send(zipTree(tree, plan.name));
    },
  );
};
