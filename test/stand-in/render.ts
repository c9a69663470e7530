import { headOf } from './git.ts';
import type { Comment, Issue, Pull, Repository, World } from './world.ts';

/** How GitHub shows things in its answers and webhooks. */
export const renderRepository = (world: World, { id, owner, name, defaultBranch }: Repository) => ({
  id,
  name,
  full_name: `${owner}/${name}`,
  private: false,
  owner: { login: owner, id: 1, type: 'User' },
  default_branch: defaultBranch,
  html_url: `${world.url}/${owner}/${name}`,
  clone_url: `${world.url}/${owner}/${name}.git`,
});

const webUrl = (world: World, { owner, name }: Repository) => `${world.url}/${owner}/${name}`;

export const renderIssue = (world: World, repository: Repository, issue: Issue) => ({
  ...issue,
  html_url: `${webUrl(world, repository)}/issues/${issue.number}`,
  author_association: 'NONE',
});

export const renderComment = (world: World, repository: Repository, comment: Comment) => ({
  ...comment,
  html_url: `${webUrl(world, repository)}/issues/${comment.issue}#issuecomment-${comment.id}`,
  author_association: 'NONE',
});

export async function renderPull(world: World, repository: Repository, pull: Pull) {
  const end = async (ref: string) => ({
    ref,
    label: `${repository.owner}:${ref}`,
    sha: await headOf(repository.directory, ref),
  });
  return {
    ...pull,
    html_url: `${webUrl(world, repository)}/pull/${pull.number}`,
    head: await end(pull.head),
    base: await end(pull.base),
  };
}
