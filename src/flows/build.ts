import { branchName } from '../core/describe/branch-name.ts';
import { type Decided, describeBuild } from '../core/describe/describe-build.ts';
import { stepDetail } from '../core/describe/step-detail.ts';
import { fail, ok, problem, type Result } from '../core/errors/problem.ts';
import { lockPath } from '../core/render/lock.ts';
import { render } from '../core/render/render.ts';
import { decide } from './decide.ts';
import { inStep } from './in-step.ts';
import type { BuildRequest, Catalogue, Forge, Planner, Progress, PullRequest } from './ports.ts';

export interface BuildPorts {
  planner: Planner;
  catalogue: Catalogue;
  forge: Forge;
  progress: Progress;
}

export interface Built extends PullRequest, Decided {
  title: string;
  body: string;
}

/** From a request in plain words to a pull request with a server. */
export async function build(ports: BuildPorts, request: BuildRequest): Promise<Result<Built>> {
  const { forge, progress } = ports;
  const catalogue = await ports.catalogue.load();

  const base = await forge.snapshot();
  if (base.files.has(lockPath)) return fail(problem('repository.has-server'));

  const decided = await decide(ports, request.text, catalogue);
  if (!decided.ok) return decided;
  const { plan, resolution } = decided.value;

  const rendered = await inStep(
    progress,
    'render',
    async () => ok(render(plan, resolution, catalogue)),
    ({ files }) => stepDetail.rendered(files.size, plan.language),
  );
  if (!rendered.ok) return rendered;

  const server = { plan, resolution, rendered: rendered.value };
  const description = describeBuild(server, request, catalogue);
  const proposed = await inStep(
    progress,
    'propose',
    () =>
      forge.propose({
        ...description,
        branch: branchName(request.text, request.key),
        base,
        files: rendered.value.files,
        date: request.date,
      }),
    ({ url, branch }) => url ?? branch,
  );
  return proposed.ok ? ok({ ...proposed.value, ...server, ...description }) : proposed;
}
