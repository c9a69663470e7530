import { resolve as absolute, join } from 'node:path';
import 'dotenv/config';
import pc from 'picocolors';
import { detectLanguage } from '../core/plan/detect-language.ts';
import { build } from '../flows/build.ts';
import { choosePlanner } from '../llm/choose-planner.ts';
import { treeCatalogue } from '../registry/tree-catalogue.ts';
import { localForge } from './local-forge.ts';
import { printProblems, terminalProgress } from './terminal-progress.ts';
import { verifyServer } from './verify-server.ts';

const root = join(import.meta.dirname, '../..');

interface Options {
  request: string;
  repo: string;
  verify: boolean;
}

/** `sotacode build`: the App's flow on a local folder. Resolves to the exit code. */
export async function buildLocally({ request, repo, verify }: Options): Promise<number> {
  const folder = absolute(repo);
  const language = detectLanguage(request);
  const built = await build(
    {
      planner: choosePlanner(process.env),
      catalogue: treeCatalogue(root),
      forge: localForge(folder),
      progress: terminalProgress(language),
    },
    { text: request, language, key: 'local', date: new Date().toISOString() },
  );
  if (!built.ok) {
    printProblems(built.problems, language);
    return 1;
  }
  const { title, body, branch, commit } = built.value;
  console.log(`\n${pc.bold(title)}\n\n${body}`);
  console.log(pc.green(`Branch ${branch} (${commit.slice(0, 10)}) in ${folder}`));
  if (verify) return (await verifyServer(folder)) ? 0 : 1;
  console.log(`Next: cd ${repo} && npm ci && npm run dev`);
  return 0;
}
