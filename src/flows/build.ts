import { branchName } from '../core/describe/branch-name.ts';
import type { Decided } from '../core/describe/decided-view.ts';
import { describeBuild } from '../core/describe/describe-build.ts';
import { stepDetail } from '../core/describe/step-detail.ts';
import { fail, ok, problem, type Result } from '../core/errors/problem.ts';
import { checkOverwrites } from '../core/merge/check-overwrites.ts';
import { lockPathIn } from '../core/render/lock.ts';
import { render } from '../core/render/render.ts';
import { decide } from './decide.ts';
import { inStep } from './in-step.ts';
import type { BuildRequest, Forge, Planner, Progress, PullRequest } from './ports.ts';
import type { Ground } from './survey.ts';

export interface BuildPorts {
  planner: Planner;
  forge: Forge;
  progress: Progress;
}

export interface Built extends PullRequest, Decided {
  title: string;
  body: string;
}

/** From a request in plain words to a pull request with a server. */
export async function build(
  ports: BuildPorts,
  request: BuildRequest,
  ground: Ground,
): Promise<Result<Built>> {
  const { forge, progress } = ports;
  const { base, config, available: catalogue } = ground;
  const place = { directory: config.directory ?? '', branch: base.branch };
  if (base.files.has(lockPathIn(place.directory))) return fail(problem('repository.has-server'));

  const decided = await decide(ports, request, ground);
  if (!decided.ok) return decided;
  const { plan, resolution } = decided.value;

  const rendered = await inStep(
    progress,
    'render',
    async () => checkOverwrites(base, render(resolution, catalogue, place)),
    ({ files }) => stepDetail.rendered(files.size, plan.language),
  );
  if (!rendered.ok) return rendered;

  const server = { ...decided.value, rendered: rendered.value, place };
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
        labels: config.labels,
        draft: config.draft,
      }),
    ({ url, branch }) => url ?? branch,
  );
  return proposed.ok ? ok({ ...proposed.value, ...server, ...description }) : proposed;
}
