import { resolve as absolute } from 'node:path';
import pc from 'picocolors';
import { describePlan } from '../core/describe/describe-plan.ts';
import type { Result } from '../core/errors/problem.ts';
import { detectLanguage } from '../core/plan/detect-language.ts';
import type { Language } from '../core/plan/plan.ts';
import { type BuildPorts, type Built, build } from '../flows/build.ts';
import type { BuildRequest } from '../flows/ports.ts';
import { preview } from '../flows/preview.ts';
import { type Ground, survey } from '../flows/survey.ts';
import { localPorts } from './local-ports.ts';
import { printProblems } from './terminal-progress.ts';
import { verifyServer } from './verify-server.ts';

interface Asked {
  request: string;
  repo: string;
}

/** `sotacode build`: the App's flow on a local folder. Resolves to the exit code. */
export async function buildLocally(asked: Asked & { verify: boolean }): Promise<number> {
  const { repo, verify } = asked;
  const folder = absolute(repo);
  const done = await run(asked, build);
  if (!done) return 1;
  const { title, body, branch, commit, place } = done.built;
  console.log(`\n${pc.bold(title)}\n\n${body}`);
  console.log(pc.green(`Branch ${branch} (${commit.slice(0, 10)}) in ${folder}`));
  if (verify) return (await verifyServer(absolute(folder, place.directory))) ? 0 : 1;
  const inside = [repo, place.directory].filter(Boolean).join('/');
  console.log(`Next: cd ${inside} && npm ci && npm run dev`);
  return 0;
}

/** `sotacode plan`: says what a build would do, and writes nothing. */
export async function planLocally(asked: Asked): Promise<number> {
  const done = await run(asked, preview);
  if (!done) return 1;
  console.log(`\n${describePlan(done.built, asked.request, done.ground.available)}`);
  return 0;
}

type Flow = (ports: BuildPorts, request: BuildRequest, ground: Ground) => Promise<Result<Built>>;

async function run({ request: text, repo }: Asked, flow: Flow) {
  const detected = detectLanguage(text);
  const ports = localPorts(absolute(repo), detected);
  const surveyed = await survey(ports);
  if (!surveyed.ok) return failed(surveyed.problems, detected);
  const ground = surveyed.value;
  const language = ground.config.language ?? detected;
  const request = { text, language, key: 'local', date: new Date().toISOString() };
  const built = await flow(ports, request, ground);
  return built.ok ? { built: built.value, ground } : failed(built.problems, language);
}

function failed(problems: Parameters<typeof printProblems>[0], language: Language): null {
  printProblems(problems, language);
  return null;
}
