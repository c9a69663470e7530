import { join } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { ok } from '../core/errors/problem.ts';
import { choosePlanner } from '../llm/choose-planner.ts';
import { installedCatalogue } from '../registry/installed-catalogue.ts';
import { createToolsServer } from '../web/mcp/create-tools-server.ts';
import type { ToolParts } from '../web/mcp/tool-parts.ts';
import { checkDraft } from '../web/work/check-draft.ts';
import { draftPlan } from '../web/work/draft-plan.ts';
import { renderTree } from '../web/work/render-tree.ts';
import { writeRenderTool } from './mcp-render-tool.ts';

const root = join(import.meta.dirname, '../..');

/** `sotacode mcp`: the tools over stdin and stdout, which carry nothing but the protocol. */
export async function serveTools(): Promise<void> {
  const catalogue = await installedCatalogue(root, process.env).load();
  const planner = choosePlanner(process.env);
  const parts: ToolParts = {
    catalogue,
    plan: (asked) => draftPlan({ planner, catalogue }, asked),
    render: async (plan) => {
      const resolved = checkDraft(plan, catalogue);
      return resolved.ok ? ok(renderTree(resolved.value, catalogue)) : resolved;
    },
  };
  const server = createToolsServer(parts);
  writeRenderTool(server, parts);
  await server.connect(new StdioServerTransport());
}
