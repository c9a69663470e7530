import type { Role, User, World } from '../world.ts';

export const apiUrl = ({ url }: World): string => `${url}/api/v3`;
export const nodeId = (kind: string, id: number): string =>
  Buffer.from(`${kind}:${id}`).toString('base64url');

export function renderUser(world: World, { id, login, type }: User) {
  const name = encodeURIComponent(login);
  const url = `${apiUrl(world)}/users/${name}`;
  return {
    ...{ id, login, type, node_id: nodeId('User', id), site_admin: false, url },
    avatar_url: `${world.url}/avatars/${id}`,
    gravatar_id: '',
    html_url: `${world.url}/${name}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
  };
}

/** The answer about a collaborator knows four permissions where roles are five. */
export function renderPermission(world: World, user: User, role: Role | 'none') {
  const older = { maintain: 'write', triage: 'read' } as Record<string, string>;
  return {
    permission: older[role] ?? role,
    role_name: role,
    user: { ...renderUser(world, user), role_name: role },
  };
}

/** An account that owns repositories, whether or not a test gave it a user. */
export const accountOf = (world: World, login: string): User =>
  world.users.get(login) ?? { id: 1, login, type: 'User' };
