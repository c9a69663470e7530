import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { fail, problem, type Result } from '../../core/errors/problem.ts';
import type { ApiParts } from '../api/api-parts.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { draftPlan } from '../work/draft-plan.ts';
import { createToolsServer } from './create-tools-server.ts';
import { refuseForeignHosts } from './refuse-foreign-hosts.ts';
import { showRenderTool } from './show-render-tool.ts';
import type { ToolParts } from './tool-parts.ts';

interface McpParts extends ApiParts {
  url: string | null;
}

/** Streamable HTTP without sessions: each POST is answered by a server of its own. */
export const mcpRoute: FastifyPluginAsync<McpParts> = async (app, parts) => {
  app.addHook('onRequest', refuseForeignHosts(parts.url));
  app.post('/mcp', { schema: { hide: true } }, async (request, reply) => {
    // The protocol has no batches any more, and one could hold any number of calls.
    if (Array.isArray(request.body)) throw new ProblemError([noBatch]);
    const tools = toolParts(parts, request);
    const server = createToolsServer(tools);
    showRenderTool(server, tools, parts.url);
    // Absent means no sessions.
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    reply.raw.once('close', () => void server.close());
    await server.connect(transport as Transport);
    reply.hijack();
    await transport.handleRequest(request.raw, reply.raw, request.body);
  });
  app.route({
    method: ['GET', 'DELETE'],
    url: '/mcp',
    schema: { hide: true },
    handler: (_request, reply) =>
      reply
        .code(405)
        .header('allow', 'POST')
        .send({
          jsonrpc: '2.0',
          error: { code: -32000, message: 'There are no sessions here: use POST.' },
          id: null,
        }),
  });
};

const noBatch = problem('input.invalid', {
  detail: 'one message at a time',
  document: 'https://modelcontextprotocol.io',
});

/** The tools under the same limits as the API. */
const toolParts = (
  { catalogue, planner, renderer, spend }: ApiParts,
  request: FastifyRequest,
): ToolParts => ({
  catalogue,
  plan: (asked) =>
    refusable(spend('plan', request), () => draftPlan({ planner, catalogue }, asked)),
  render: (plan) => refusable(spend('render', request), () => renderer.render(plan)),
});

async function refusable<T>(
  allowed: Promise<void>,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    await allowed;
  } catch (error) {
    if (error instanceof ProblemError) return fail(...error.problems);
    throw error;
  }
  return work();
}
