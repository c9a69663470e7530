import type { Comment, Issue, Label, Reaction, Repository, User, World } from '../world.ts';
import { nodeId, renderUser } from './people.ts';
import { repositoryUrl, webUrl } from './repository.ts';

export function renderLabel(world: World, repository: Repository, label: Label) {
  const url = `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`;
  return { ...label, url, node_id: nodeId('Label', label.id), default: false };
}

export const labelsOf = (world: World, repository: Repository, { labels }: Issue) =>
  repository.labels
    .filter(({ name }) => labels.includes(name))
    .map((label) => renderLabel(world, repository, label));

/** What issues and pull requests have in common. */
export function renderTopic(world: World, repository: Repository, topic: Issue) {
  const { id, number, title, body, state, created_at, updated_at, closed_at } = topic;
  return {
    ...{ id, number, title, body, state, created_at, updated_at, closed_at },
    user: renderUser(world, topic.user),
    author_association: associationOf(repository, topic.user),
    labels: labelsOf(world, repository, topic),
    comments: repository.comments.filter(({ issue }) => issue === number).length,
    ...{ assignee: null, assignees: [], milestone: null, locked: false, active_lock_reason: null },
  };
}

export function renderIssue(world: World, repository: Repository, issue: Issue) {
  const url = `${repositoryUrl(world, repository)}/issues/${issue.number}`;
  const isPull = 'head' in issue;
  const html_url = `${webUrl(world, repository)}/${isPull ? 'pull' : 'issues'}/${issue.number}`;
  const links = { url, html_url, diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch` };
  return {
    ...{ ...renderTopic(world, repository, issue), url, html_url },
    ...(isPull ? { pull_request: { ...links, merged_at: null } } : {}),
    node_id: nodeId('Issue', issue.id),
    repository_url: repositoryUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
  };
}

export function renderComment(world: World, repository: Repository, comment: Comment) {
  const { id, body, created_at, updated_at, issue, user } = comment;
  const url = `${repositoryUrl(world, repository)}/issues`;
  return {
    ...{ id, body, created_at, updated_at, node_id: nodeId('IssueComment', id) },
    url: `${url}/comments/${id}`,
    issue_url: `${url}/${issue}`,
    html_url: `${webUrl(world, repository)}/issues/${issue}#issuecomment-${id}`,
    user: renderUser(world, user),
    author_association: associationOf(repository, user),
  };
}

export const renderReaction = (world: World, { id, content, user, created_at }: Reaction) => ({
  ...{ id, content, created_at, node_id: nodeId('Reaction', id), user: renderUser(world, user) },
});

export function associationOf({ owner, permissions }: Repository, { login }: User): string {
  if (login === owner) return 'OWNER';
  return ['write', 'maintain', 'admin'].includes(permissions.get(login) ?? '')
    ? 'COLLABORATOR'
    : 'NONE';
}
