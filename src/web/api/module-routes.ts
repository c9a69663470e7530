import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findModule } from '../../core/catalogue/find-module.ts';
import { findModules } from '../../core/catalogue/find-modules.ts';
import { ModuleSummary, moduleBrief, moduleSummary } from '../../core/catalogue/module-summary.ts';
import { languages } from '../../core/plan/plan.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { requestLanguage } from '../problem/request-language.ts';
import type { ApiParts } from './api-parts.ts';
import { badInput, commonProblems, json, ModuleList, notFound } from './schemas.ts';

const Query = z.strictObject({
  search: z.string().max(500).default('').describe('A few words; all modules when empty'),
  language: z.enum(languages).optional(),
});

export const moduleRoutes: FastifyPluginAsyncZod<ApiParts> = async (app, { catalogue }) => {
  app.get(
    '/api/modules',
    {
      schema: {
        operationId: 'listModules',
        summary: 'The modules of the catalogue, or those that a few words are about',
        tags: ['modules'],
        querystring: Query,
        response: {
          200: json('The best first; by category when no words are given', ModuleList),
          400: badInput[400],
          ...commonProblems,
        },
      },
    },
    async (request) => {
      const found = findModules(request.query.search, catalogue, requestLanguage(request));
      return { modules: found.map(moduleBrief) };
    },
  );

  app.get(
    '/api/modules/:id',
    {
      schema: {
        operationId: 'getModule',
        summary: 'Everything about one module but its files',
        tags: ['modules'],
        params: z.strictObject({ id: z.string().max(100) }),
        response: {
          200: json('The module', ModuleSummary),
          400: badInput[400],
          ...notFound,
          ...commonProblems,
        },
      },
    },
    async ({ params: { id } }) => {
      const found = findModule(id, catalogue);
      if (!found.ok) throw new ProblemError(found.problems, 404);
      return moduleSummary(found.value);
    },
  );
};
