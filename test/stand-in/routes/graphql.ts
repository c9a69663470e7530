import type { FastifyInstance } from 'fastify';
import { emit } from '../emit.ts';
import { nodeId } from '../render/people.ts';
import { renderPullInFull } from '../render/pull.ts';
import { sessionOf } from '../session.ts';
import { timestamp } from '../timestamp.ts';
import type { World } from '../world.ts';

/** Mutation -> what it makes of a draft. GitHub has these two nowhere in REST. */
const mutations = {
  markPullRequestReadyForReview: { draft: false, action: 'ready_for_review' },
  convertPullRequestToDraft: { draft: true, action: 'converted_to_draft' },
};

interface Sent {
  query: string;
  variables?: Record<string, unknown>;
}

export function graphqlRoutes(api: FastifyInstance, world: World): void {
  api.post('/graphql', async (request) => {
    const { query = '', variables = {} } = request.body as Sent;
    const name = Object.keys(mutations).find((known) => query.includes(`${known}(`));
    if (!name) return refusal('undefinedField', 'The stand-in does not know this query');
    const id = pullIdOf(query, variables);
    const target = [...world.repositories.values()]
      .flatMap((repository) => repository.pulls.map((pull) => ({ repository, pull })))
      .find(({ pull }) => nodeId('PullRequest', pull.id) === id);
    if (!target) {
      return refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
    }
    const { repository, pull } = target;
    const { draft, action } = mutations[name as keyof typeof mutations];
    const changed = pull.draft !== draft;
    Object.assign(pull, { draft, updated_at: timestamp() });
    const pull_request = await renderPullInFull(world, repository, pull);
    const news = { action, number: pull.number, pull_request };
    if (changed) emit(world, repository, 'pull_request', sessionOf(request).user, news);
    const pullRequest = { id, number: pull.number, isDraft: draft, url: pull_request.html_url };
    return { data: { [name]: { pullRequest } } };
  });
}

/** In the query itself, in a variable, or in a variable that is the whole input. */
function pullIdOf(query: string, variables: Record<string, unknown>): string {
  const inline = /pullRequestId:\s*"([^"]+)"/.exec(query)?.[1];
  const variable = /pullRequestId:\s*\$(\w+)/.exec(query)?.[1];
  const input = variables.input as { pullRequestId?: string } | undefined;
  return inline ?? String((variable ? variables[variable] : input?.pullRequestId) ?? '');
}

const refusal = (type: string, message: string) => ({ data: null, errors: [{ type, message }] });
