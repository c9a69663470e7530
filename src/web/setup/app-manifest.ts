import { permissions } from './permissions.ts';

export const repository = 'https://github.com/sotacode/sotacode';
export const events = ['issues', 'issue_comment', 'check_suite'];

/**
 * What GitHub is asked to register: app.yml, at an address.
 * @param address where GitHub reaches this server, without a slash at the end
 */
export const appManifest = (address: string) => ({
  name: 'SotACode',
  url: repository,
  description: 'Generates complete, tested servers as pull requests',
  public: false,
  hook_attributes: { url: `${address}/api/github/webhooks`, active: true },
  redirect_url: `${address}/setup`,
  default_events: events,
  default_permissions: Object.fromEntries(permissions.map(({ name, access }) => [name, access])),
});
