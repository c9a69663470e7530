import { emit } from './emit.ts';
import { renderIssue } from './render/issue.ts';
import { renderPullInFull } from './render/pull.ts';
import { timestamp } from './timestamp.ts';
import type { Issue, Pull, Repository, User, World } from './world.ts';

/** Closes or reopens an issue or a pull request, and tells who listens. */
export async function setState(
  world: World,
  repository: Repository,
  by: User,
  topic: Issue | Pull,
  state: Issue['state'],
): Promise<void> {
  if (topic.state === state) return;
  const at = timestamp();
  Object.assign(topic, { state, updated_at: at, closed_at: state === 'closed' ? at : null });
  const news = { action: state === 'closed' ? 'closed' : 'reopened', number: topic.number };
  if ('head' in topic) {
    const pull_request = await renderPullInFull(world, repository, topic);
    emit(world, repository, 'pull_request', by, { ...news, pull_request });
  } else {
    const issue = renderIssue(world, repository, topic);
    emit(world, repository, 'issues', by, { ...news, issue });
  }
}
