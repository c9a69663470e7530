import type { FastifyInstance } from 'fastify';
import { found, HttpError, params, query, repositoryOf } from './find.ts';
import { git, has } from './git.ts';
import type { CheckRun, World } from './world.ts';

export function checkRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo';

  api.post(`${base}/check-runs`, async (request, reply) => {
    const { directory, checkRuns } = repositoryOf(world, request);
    const sent = request.body as Partial<CheckRun> & { head_sha: string; name: string };
    if (!(await has(directory, sent.head_sha, 'commit'))) {
      throw new HttpError(422, `No commit found for SHA: ${sent.head_sha}`);
    }
    const run: CheckRun = {
      ...{ status: 'queued', conclusion: null, external_id: '', details_url: null },
      ...{ output: { title: null, summary: null }, ...sent, id: world.nextId() },
    };
    checkRuns.push(run);
    return reply.code(201).send(run);
  });

  api.patch(`${base}/check-runs/:id`, (request) => {
    const id = Number(params(request).id);
    const run = found(repositoryOf(world, request).checkRuns.find((known) => known.id === id));
    return Object.assign(run, request.body);
  });

  api.get(`${base}/commits/:ref/check-runs`, async (request) => {
    const { directory, checkRuns } = repositoryOf(world, request);
    const { check_name } = query(request);
    const sha = (await git(directory, ['rev-parse', params(request).ref ?? ''])).trim();
    const check_runs = checkRuns.filter(
      (run) => run.head_sha === sha && (!check_name || run.name === check_name),
    );
    return { total_count: check_runs.length, check_runs };
  });
}
