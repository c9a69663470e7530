import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addIssue } from '../actions.ts';
import { page, query, repositoryOf, topicOf } from '../find.ts';
import { ensureLabels } from '../labels.ts';
import { renderIssue } from '../render/issue.ts';
import { sessionOf } from '../session.ts';
import { setState } from '../set-state.ts';
import { timestamp } from '../timestamp.ts';
import type { Issue, World } from '../world.ts';

export function issueRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/issues';

  api.get(base, (request, reply) => {
    const repository = repositoryOf(world, request);
    const all = [...repository.issues, ...repository.pulls].filter(wanted(request));
    const shown = all
      .sort((a, b) => b.number - a.number)
      .map((issue) => renderIssue(world, repository, issue));
    return page(world, request, reply, shown);
  });

  api.post(base, (request, reply) => {
    const repository = repositoryOf(world, request);
    const { title, body = '', labels = [] } = request.body as Partial<Issue>;
    const { user } = sessionOf(request);
    const issue = addIssue(world, repository, user.login, body ?? '');
    Object.assign(issue, { title, labels: ensureLabels(world, repository, labels) });
    return reply.code(201).send(renderIssue(world, repository, issue));
  });

  api.get(`${base}/:number`, (request) => {
    const repository = repositoryOf(world, request);
    return renderIssue(world, repository, topicOf(repository, request));
  });

  api.patch(`${base}/:number`, async (request) => {
    const repository = repositoryOf(world, request);
    const issue = topicOf(repository, request);
    const { title = issue.title, body = issue.body, ...sent } = request.body as Partial<Issue>;
    const labels = sent.labels ? ensureLabels(world, repository, sent.labels) : issue.labels;
    Object.assign(issue, { title, body, labels, updated_at: timestamp() });
    const { user } = sessionOf(request);
    if (sent.state) await setState(world, repository, user, issue, sent.state);
    return renderIssue(world, repository, issue);
  });
}

function wanted(request: FastifyRequest): (issue: Issue) => boolean {
  const { state = 'open', labels = '', creator, since } = query(request);
  const names = labels.split(',').filter(Boolean);
  return (issue) =>
    (state === 'all' || issue.state === state) &&
    (!creator || issue.user.login === creator) &&
    (!since || issue.updated_at >= since) &&
    names.every((name) => issue.labels.includes(name));
}
