import { statusOf } from '../github-error.ts';
import type { Octokit } from '../octokit.ts';
import type { CommandJob } from './command-job.ts';

/**
 * 👀 on the command. GitHub keeps one reaction of a kind per user, so a repeat changes nothing; a
 * comment that was deleted meanwhile needs none.
 */
export async function react(octokit: Octokit, job: CommandJob): Promise<void> {
  try {
    await addEyes(octokit, job);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

async function addEyes(octokit: Octokit, job: CommandJob): Promise<void> {
  const { owner, repo, issue: issue_number, comment: comment_id } = job;
  const content = 'eyes' as const;
  if (comment_id === null) {
    await octokit.rest.reactions.createForIssue({ owner, repo, issue_number, content });
  } else {
    await octokit.rest.reactions.createForIssueComment({ owner, repo, comment_id, content });
  }
}
