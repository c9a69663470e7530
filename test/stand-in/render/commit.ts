import { found } from '../find.ts';
import { readCommit } from '../git-commit.ts';
import type { Repository, World } from '../world.ts';
import { nodeId } from './people.ts';
import { repositoryUrl, webUrl } from './repository.ts';

/** A commit as the Git Data API shows it. */
export async function renderGitCommit(world: World, repository: Repository, sha: string) {
  const commit = found(await readCommit(repository.directory, sha));
  const [api, web] = [repositoryUrl(world, repository), webUrl(world, repository)];
  return {
    ...{ ...commit, node_id: nodeId('Commit', repository.id) },
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${web}/commit/${commit.sha}`,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${api}/git/commits/${parent}`,
      html_url: `${web}/commit/${parent}`,
    })),
    verification: {
      ...{ verified: false, reason: 'unsigned', signature: null, payload: null },
      verified_at: null,
    },
  };
}

/** A commit as the rest of the API shows it. */
export async function renderCommit(world: World, repository: Repository, id: string) {
  const { sha, node_id, html_url, parents, author, committer, message, tree, url, verification } =
    await renderGitCommit(world, repository, id);
  const api = `${repositoryUrl(world, repository)}/commits/${sha}`;
  return {
    ...{ sha, node_id, html_url, parents, url: api, comments_url: `${api}/comments` },
    commit: { url, author, committer, message, tree, verification, comment_count: 0 },
    author: null,
    committer: null,
  };
}
