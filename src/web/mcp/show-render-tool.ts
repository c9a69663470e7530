import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import type { Tree } from '../../core/manifest/module.ts';
import { answerTool } from './answer-tool.ts';
import { FileEntry, languageOf, planToRender, renderInput } from './render-input.ts';
import type { ToolParts } from './tool-parts.ts';

/** More than this is better fetched as an archive. */
const maxCharacters = 100_000;

const Shown = z.strictObject({
  name: z.string(),
  files: z.array(FileEntry).describe('Every file of the server'),
  contents: z.array(z.strictObject({ path: z.string(), content: z.string() })),
  archive: z.string().describe('How to fetch all files at once'),
});

/** `render_server` for clients whose disk is elsewhere: lists the files and shows those asked for. */
export function showRenderTool(server: McpServer, parts: ToolParts, url: string | null): void {
  server.registerTool(
    'render_server',
    {
      title: 'Render a server',
      description:
        'Renders a plan (or a request) into a complete server: lists its files and returns the content of the paths that you name. All files at once: POST the plan to /api/render, which answers with a ZIP archive.',
      inputSchema: z.object({
        ...renderInput,
        paths: z.array(z.string().max(200)).max(200).default([]).describe('Files to show'),
      }),
      outputSchema: Shown,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    async ({ paths, ...input }) => {
      const language = languageOf(input);
      const plan = await planToRender(parts, input);
      if (!plan.ok) return answerTool(plan, language);
      const tree = await parts.render(plan.value);
      if (!tree.ok) return answerTool(tree, plan.value.language);
      const contents = chosen(tree.value, paths);
      if (!contents.ok) return answerTool(contents, language);
      const files = [...tree.value].map(([path, content]) => {
        return { path, bytes: Buffer.byteLength(content) };
      });
      const archive = `POST {"plan": …} as application/json to ${url ?? ''}/api/render`;
      const shown = { name: plan.value.name, files, contents: contents.value, archive };
      return answerTool(ok(shown), language);
    },
  );
}

function chosen(tree: Tree, paths: string[]): Result<{ path: string; content: string }[]> {
  const missing = paths.find((path) => !tree.has(path));
  if (missing !== undefined) return fail(unfit(`the server has no file ${missing}`));
  const contents = paths.map((path) => ({ path, content: tree.get(path) ?? '' }));
  const size = contents.reduce((sum, { content }) => sum + content.length, 0);
  return size > maxCharacters
    ? fail(unfit(`these files have ${size} characters and ${maxCharacters} are allowed`))
    : ok(contents);
}

const unfit = (detail: string) => problem('input.invalid', { detail, document: 'tools/list' });
