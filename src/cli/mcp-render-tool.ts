import { fileURLToPath } from 'node:url';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { fail, problem, type Result } from '../core/errors/problem.ts';
import type { Tree } from '../core/manifest/module.ts';
import { answerTool } from '../web/mcp/answer-tool.ts';
import { languageOf, planToRender, renderInput } from '../web/mcp/render-input.ts';
import type { ToolParts } from '../web/mcp/tool-parts.ts';
import { type WrittenTree, writeTree } from './write-tree.ts';

const Written = z.strictObject({
  folder: z.string().describe('Where the server is now'),
  files: z.array(z.string()),
  leftovers: z.array(z.string()).describe('Files of an earlier server that may be deleted'),
});

/** `render_server` for a client on this machine: writes into its working tree. */
export function writeRenderTool(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    'render_server',
    {
      title: 'Render a server',
      description:
        'Writes the complete server of a plan (or of a request) into a folder of the working tree. Edited files and files by others are never replaced: then nothing is written. Next: npm ci && npm test in that folder.',
      inputSchema: z.object({
        ...renderInput,
        folder: z.string().max(1000).describe('New or empty folder, relative to the root'),
      }),
      outputSchema: Written,
      annotations: { destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async ({ folder, ...input }) => {
      const language = languageOf(input);
      const plan = await planToRender(parts, input);
      if (!plan.ok) return answerTool(plan, language);
      const tree = await parts.render(plan.value);
      if (!tree.ok) return answerTool(tree, language);
      return answerTool(await write(await rootsOf(server), folder, tree.value), language);
    },
  );
}

async function write(roots: string[], folder: string, tree: Tree): Promise<Result<WrittenTree>> {
  try {
    return await writeTree(roots, folder, tree);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return fail(problem('folder.unwritable', { folder, reason }));
  }
}

/** The client's folders; the one that this process was started in when the client names none. */
async function rootsOf({ server }: McpServer): Promise<string[]> {
  if (!server.getClientCapabilities()?.roots) return [process.cwd()];
  const { roots } = await server.listRoots();
  const folders = roots
    .filter(({ uri }) => uri.startsWith('file:'))
    .map(({ uri }) => fileURLToPath(uri));
  return folders.length > 0 ? folders : [process.cwd()];
}
