import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { findModule } from '../../core/catalogue/find-module.ts';
import { findModules } from '../../core/catalogue/find-modules.ts';
import { ModuleSummary, moduleBrief, moduleSummary } from '../../core/catalogue/module-summary.ts';
import { ok } from '../../core/errors/problem.ts';
import type { CatalogueData } from '../../core/manifest/module.ts';
import { detectLanguage } from '../../core/plan/detect-language.ts';
import { ModuleList } from '../api/schemas.ts';
import { answerTool } from './answer-tool.ts';

const readOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/** `search_modules` and `describe_module`. */
export function moduleTools(server: McpServer, catalogue: CatalogueData): void {
  server.registerTool(
    'search_modules',
    {
      title: 'Search modules',
      description:
        'The tested building blocks that servers are made of: those that a few words (English or Russian) are about, the best first, or all of them.',
      inputSchema: z.object({
        words: z.string().max(500).default('').describe('Leave empty for all modules'),
      }),
      outputSchema: ModuleList,
      annotations: readOnly,
    },
    ({ words }) => {
      const language = detectLanguage(words);
      const found = findModules(words, catalogue, language);
      return answerTool(ok({ modules: found.map(moduleBrief) }), language);
    },
  );
  server.registerTool(
    'describe_module',
    {
      title: 'Describe a module',
      description:
        'Everything about one module: options, environment, routes, what it needs and what it provides.',
      inputSchema: z.object({ id: z.string().max(100) }),
      outputSchema: ModuleSummary,
      annotations: readOnly,
    },
    ({ id }) => {
      const found = findModule(id, catalogue);
      return answerTool(found.ok ? ok(moduleSummary(found.value)) : found, 'en');
    },
  );
}
