import { headOf } from '../git.ts';
import { countsOf } from '../git-diff.ts';
import { mergeabilityOf } from '../mergeability.ts';
import type { Pull, Repository, World } from '../world.ts';
import { renderTopic } from './issue.ts';
import { accountOf, nodeId, renderUser } from './people.ts';
import { renderRepository, repositoryUrl, webUrl } from './repository.ts';

/** A pull request as lists show it. */
export async function renderPull(world: World, repository: Repository, pull: Pull) {
  const api = repositoryUrl(world, repository);
  const owner = renderUser(world, accountOf(world, repository.owner));
  const repo = renderRepository(world, repository);
  const end = (ref: string, sha: string) => ({
    ...{ ref, sha, label: `${repository.owner}:${ref}`, user: owner, repo },
  });
  return {
    ...renderTopic(world, repository, pull),
    ...linksOf(api, `${webUrl(world, repository)}/pull/${pull.number}`, pull),
    node_id: nodeId('PullRequest', pull.id),
    draft: pull.draft,
    merged_at: pull.merged_at,
    merge_commit_sha: pull.mergeCommit,
    auto_merge: null,
    requested_reviewers: [],
    requested_teams: [],
    head: end(pull.head, pull.headSha),
    base: end(pull.base, (await headOf(repository.directory, pull.base)) ?? pull.headSha),
  };
}

/** A pull request as its own page shows it: with counts, and whether it can be merged. */
export async function renderPullInFull(world: World, repository: Repository, pull: Pull) {
  return {
    ...(await renderPull(world, repository, pull)),
    ...(await countsOf(repository, pull)),
    ...(await mergeabilityOf(repository, pull)),
    merged: pull.merged_at !== null,
    merged_by: pull.mergedBy && renderUser(world, pull.mergedBy),
    review_comments: 0,
    maintainer_can_modify: false,
  };
}

function linksOf(api: string, html_url: string, { number, headSha }: Pull) {
  const url = `${api}/pulls/${number}`;
  const issue_url = `${api}/issues/${number}`;
  const review = `${api}/pulls/comments{/number}`;
  const urls = {
    ...{ comments: `${issue_url}/comments`, commits: `${url}/commits`, issue: issue_url },
    ...{ review_comment: review, review_comments: `${url}/comments` },
    statuses: `${api}/statuses/${headSha}`,
  };
  const named = Object.entries(urls).map(([name, href]) => [`${name}_url`, href]);
  const links = Object.entries({ ...urls, html: html_url, self: url });
  return {
    ...{ url, html_url, diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch` },
    ...Object.fromEntries(named),
    _links: Object.fromEntries(links.map(([name, href]) => [name, { href }])),
  };
}
