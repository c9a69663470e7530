import type { RepositoryConfig } from '../../core/config/repository-config.ts';
import { statusOf } from '../github-error.ts';
import type { Octokit } from '../octokit.ts';

interface Person {
  octokit: Octokit;
  owner: string;
  repo: string;
  user: string;
}

const ranks = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Permission = (typeof ranks)[number];

/** A person's permission: asked of GitHub, never read from the webhook's association. */
export async function permissionOf({ octokit, owner, repo, user }: Person): Promise<Permission> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
      ...{ owner, repo, username: user },
    });
    // `permission` calls a maintainer a writer; `role_name` can be a role of the organisation's own.
    return highest(data.permission, data.role_name);
  } catch (error) {
    if (statusOf(error) === 404) return 'none';
    throw error;
  }
}

export const isAtLeast = (permission: Permission, needed: Permission) =>
  ranks.indexOf(permission) >= ranks.indexOf(needed);

/** Whether a repository's configuration lets this person give commands. */
export function mayTrigger(
  { trigger }: Pick<RepositoryConfig, 'trigger'>,
  user: string,
  permission: Permission,
): boolean {
  const named = trigger.users?.map((login) => login.toLowerCase());
  return isAtLeast(permission, trigger.permission) && (named?.includes(user.toLowerCase()) ?? true);
}

function highest(...names: (string | undefined)[]): Permission {
  const known = names.map((name) => ranks.indexOf(name as Permission));
  return ranks[Math.max(0, ...known)] ?? 'none';
}
