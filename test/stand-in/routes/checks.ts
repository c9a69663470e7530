import type { FastifyInstance } from 'fastify';
import { commitOf, found, HttpError, page, params, query, repositoryOf } from '../find.ts';
import { has } from '../git.ts';
import { renderCheckRun } from '../render/check-run.ts';
import { timestamp } from '../timestamp.ts';
import type { CheckRun, World } from '../world.ts';

export function checkRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo';
  const runOf = (request: Parameters<typeof params>[0]) => {
    const repository = repositoryOf(world, request);
    const id = Number(params(request).id);
    return { repository, run: found(repository.checkRuns.find((known) => known.id === id)) };
  };

  api.post(`${base}/check-runs`, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const sent = request.body as Partial<CheckRun> & { head_sha: string; name: string };
    if (!(await has(repository.directory, sent.head_sha, 'commit'))) {
      throw new HttpError(422, `No commit found for SHA: ${sent.head_sha}`);
    }
    const run: CheckRun = {
      ...{ status: 'queued', conclusion: null, external_id: '', details_url: null },
      ...{ started_at: timestamp(), completed_at: null, app: world.app.slug },
      ...{ output: { title: null, summary: null }, ...concluded(sent), id: world.nextId() },
    };
    repository.checkRuns.push(run);
    return reply.code(201).send(renderCheckRun(world, repository, run));
  });

  api.get(`${base}/check-runs/:id`, (request) => {
    const { repository, run } = runOf(request);
    return renderCheckRun(world, repository, run);
  });

  api.patch(`${base}/check-runs/:id`, (request) => {
    const { repository, run } = runOf(request);
    if (run.app !== world.app.slug) throw new HttpError(403, 'Invalid app_id for check run');
    Object.assign(run, concluded(request.body as Partial<CheckRun>));
    return renderCheckRun(world, repository, run);
  });

  api.get(`${base}/commits/:ref/check-runs`, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const { check_name, status } = query(request);
    const sha = await commitOf(repository, params(request).ref);
    const runs = repository.checkRuns
      .filter((run) => run.head_sha === sha && (!check_name || run.name === check_name))
      .filter((run) => !status || run.status === status)
      .map((run) => renderCheckRun(world, repository, run));
    return { total_count: runs.length, check_runs: page(world, request, reply, runs) };
  });
}

/** A conclusion completes a run. */
const concluded = <T extends Partial<CheckRun>>(sent: T): T =>
  sent.conclusion ? { completed_at: timestamp(), ...sent, status: 'completed' } : sent;
