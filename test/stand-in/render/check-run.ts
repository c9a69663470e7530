import type { CheckRun, CommitStatus, Repository, World } from '../world.ts';
import { renderApp } from './app.ts';
import { nodeId, renderUser } from './people.ts';
import { repositoryUrl, webUrl } from './repository.ts';

export function renderCheckRun(world: World, repository: Repository, run: CheckRun) {
  const { app, output, ...shown } = run;
  const url = `${repositoryUrl(world, repository)}/check-runs/${run.id}`;
  const annotations = { annotations_count: 0, annotations_url: `${url}/annotations` };
  return {
    ...{ ...shown, url, node_id: nodeId('CheckRun', run.id) },
    html_url: `${webUrl(world, repository)}/runs/${run.id}`,
    output: { text: null, ...output, ...annotations },
    check_suite: { id: suiteId(repository, app) },
    app: renderApp(world, app),
    pull_requests: pullsAt(world, repository, run.head_sha),
  };
}

/** One suite per App and repository is enough for what reads it. */
export const suiteId = ({ id }: Repository, app: string): number => id * 100 + app.length;

export const pullsAt = (world: World, repository: Repository, sha: string) =>
  repository.pulls
    .filter(({ headSha, state }) => headSha === sha && state === 'open')
    .map(({ id, number, head, base }) => {
      const url = repositoryUrl(world, repository);
      const repo = { id: repository.id, name: repository.name, url };
      return {
        ...{ id, number, url: `${url}/pulls/${number}` },
        head: { ref: head, sha, repo },
        base: { ref: base, sha, repo },
      };
    });

export function renderStatus(world: World, repository: Repository, status: CommitStatus) {
  const { id, sha, state, context, description, target_url, created_at } = status;
  const creator = renderUser(world, world.bot);
  return {
    ...{ id, state, context, description, target_url, created_at, updated_at: created_at },
    ...{ node_id: nodeId('Status', id), creator, avatar_url: creator.avatar_url },
    url: `${repositoryUrl(world, repository)}/statuses/${sha}`,
  };
}
