import type { FastifyInstance, FastifyRequest } from 'fastify';
import { emit } from '../emit.ts';
import { HttpError, page, pullOf, query, repositoryOf } from '../find.ts';
import { headOf } from '../git.ts';
import { nextNumber } from '../next-number.ts';
import { renderPull, renderPullInFull } from '../render/pull.ts';
import { sessionOf } from '../session.ts';
import { setState } from '../set-state.ts';
import { timestamp } from '../timestamp.ts';
import type { Pull, Repository, User, World } from '../world.ts';
import { longestBody } from './comments.ts';

export function pullRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/pulls';

  api.get(base, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const pulls = repository.pulls.filter(wanted(request, repository)).reverse();
    const shown = pulls.map((pull) => renderPull(world, repository, pull));
    return page(world, request, reply, await Promise.all(shown));
  });

  api.post(base, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const { user } = sessionOf(request);
    const sent = request.body as NewPull;
    const head = sent.head.replace(`${repository.owner}:`, '');
    const headSha = await checkedHead(repository, { ...sent, head });
    const pull = createPull(world, repository, user, { ...sent, head, headSha });
    repository.pulls.push(pull);
    const shown = await renderPullInFull(world, repository, pull);
    const news = { action: 'opened', number: pull.number, pull_request: shown };
    emit(world, repository, 'pull_request', user, news);
    return reply.code(201).send(shown);
  });

  api.get(`${base}/:number`, (request) => {
    const repository = repositoryOf(world, request);
    return renderPullInFull(world, repository, pullOf(repository, request));
  });

  api.patch(`${base}/:number`, async (request) => {
    const repository = repositoryOf(world, request);
    const pull = pullOf(repository, request);
    const {
      title = pull.title,
      body = pull.body,
      state,
      base: onto,
    } = request.body as Partial<Pull>;
    refuseLong(body);
    Object.assign(pull, { title, body, base: onto ?? pull.base, updated_at: timestamp() });
    if (state) await setState(world, repository, sessionOf(request).user, pull, state);
    return renderPullInFull(world, repository, pull);
  });
}

interface NewPull {
  title: string;
  body?: string | null;
  head: string;
  base: string;
  draft?: boolean;
}

/** The head's commit, once nothing speaks against a pull request from it. */
async function checkedHead(repository: Repository, { head, base, body }: NewPull) {
  const { directory, owner, pulls } = repository;
  refuseLong(body);
  const [from, to] = [await headOf(directory, head), await headOf(directory, base)];
  if (!from || !to) throw new HttpError(422, 'Validation Failed: invalid head or base');
  if (from === to) throw new HttpError(422, `No commits between ${base} and ${head}`);
  if (pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base)) {
    throw new HttpError(422, `A pull request already exists for ${owner}:${head}.`);
  }
  return from;
}

function refuseLong(body: string | null | undefined): void {
  if (body && body.length > longestBody) {
    throw new HttpError(422, `Validation Failed: body is too long (maximum is ${longestBody})`);
  }
}

function createPull(
  world: World,
  repository: Repository,
  user: User,
  { title, body = null, head, base, draft = false, headSha }: NewPull & { headSha: string },
): Pull {
  const at = timestamp();
  return {
    ...{ id: world.nextId(), number: nextNumber(repository), title, body, state: 'open', user },
    ...{ labels: [], created_at: at, updated_at: at, closed_at: null },
    ...{ draft, head, base, headSha },
    ...{ merged_at: null, mergedBy: null, mergeCommit: null, baseAtMerge: null },
  };
}

function wanted(request: FastifyRequest, { owner }: Repository): (pull: Pull) => boolean {
  const { head, state = 'open', base } = query(request);
  return (pull) =>
    (state === 'all' || pull.state === state) &&
    (!base || pull.base === base) &&
    (!head || head === `${owner}:${pull.head}`);
}
