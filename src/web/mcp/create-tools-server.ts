import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import packageJson from '../../../package.json' with { type: 'json' };
import { moduleResources } from './module-resources.ts';
import { moduleTools } from './module-tools.ts';
import { planTools } from './plan-tools.ts';
import type { ToolParts } from './tool-parts.ts';

const instructions = `SotACode makes complete, tested TypeScript servers out of tested modules.
Plan with plan_server, change the plan if need be and check it with check_plan, then render it with
render_server. Tell the user what the plan assumes and what it lists as uncovered. A server needs
only Node 24 to run: npm ci && npm run dev.`;

/** The Model Context Protocol server with every tool that writes nothing; rendering is added to it. */
export function createToolsServer(parts: ToolParts): McpServer {
  const { version } = packageJson;
  const info = { name: 'sotacode', title: 'SotACode', version };
  const server = new McpServer(info, { instructions });
  moduleTools(server, parts.catalogue);
  planTools(server, parts);
  moduleResources(server, parts.catalogue);
  return server;
}
