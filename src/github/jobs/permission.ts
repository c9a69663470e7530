import { statusOf } from '../github-error.ts';
import type { Octokit } from '../octokit.ts';

interface Person {
  octokit: Octokit;
  owner: string;
  repo: string;
  user: string;
}

/** Whether a person may write: asked of GitHub, never read from the webhook's association. */
export async function mayWrite({ octokit, owner, repo, user: username }: Person): Promise<boolean> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
      ...{ owner, repo, username },
    });
    return ['write', 'maintain', 'admin'].includes(data.permission);
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
