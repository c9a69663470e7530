import { emit } from './emit.ts';
import { renderApp } from './render/app.ts';
import { pullsAt, suiteId } from './render/check-run.ts';
import { repositoryUrl, webUrl } from './render/repository.ts';
import { timestamp } from './timestamp.ts';
import type { Repository, World } from './world.ts';

const app = 'github-actions';

/** CI on a commit is over: its check run is there, and GitHub tells who listens. */
export async function finishChecks(
  world: World,
  repository: Repository,
  head_sha: string,
  conclusion: 'success' | 'failure',
): Promise<void> {
  const id = world.nextId();
  const at = timestamp();
  const html_url = `${webUrl(world, repository)}/actions/runs/${id}`;
  repository.checkRuns.push({
    ...{ id, name: 'ci', head_sha, external_id: '', status: 'completed', conclusion, app },
    ...{ started_at: at, completed_at: at, details_url: html_url },
    output: { title: null, summary: null },
  });
  const pull_requests = pullsAt(world, repository, head_sha);
  const branches = [...repository.heads].filter(([, sha]) => sha === head_sha);
  const common = {
    ...{ head_sha, conclusion, pull_requests, status: 'completed' },
    ...{ head_branch: branches[0]?.[0] ?? null, created_at: at, updated_at: at },
  };
  const sender = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' as const };
  const url = repositoryUrl(world, repository);
  const suite = { ...common, id: suiteId(repository, app), app: renderApp(world, app) };
  const run = {
    ...{ ...common, id, html_url, name: 'ci', event: 'push', run_number: 1, run_attempt: 1 },
    ...{ path: '.github/workflows/ci.yml', url: `${url}/actions/runs/${id}` },
  };
  const workflow = { id: suite.id, name: 'ci', path: run.path, state: 'active' };
  emit(world, repository, 'check_suite', sender, { action: 'completed', check_suite: suite });
  emit(world, repository, 'workflow_run', sender, {
    ...{ action: 'completed', workflow_run: run, workflow },
  });
  await Promise.all(world.outbox);
}
