import type { World } from '../world.ts';
import { accountOf, apiUrl, nodeId, renderUser } from './people.ts';

const since = '2026-01-01T00:00:00Z';

export function renderApp(world: World, slug = world.app.slug) {
  const { id, permissions, events } = world.app;
  const ours = slug === world.app.slug;
  return {
    ...{ id: ours ? id : 15368, slug, name: slug, node_id: nodeId('App', id), permissions, events },
    client_id: `Iv1.${id}`,
    owner: renderUser(world, accountOf(world, 'sotacode')),
    description: null,
    external_url: `${world.url}/apps/${slug}`,
    html_url: `${world.url}/apps/${slug}`,
    ...{ created_at: since, updated_at: since, installations_count: 1 },
  };
}

export function renderInstallation(world: World) {
  const { app, installation: id } = world;
  const url = `${apiUrl(world)}/app/installations/${id}`;
  const [owner = 'ann'] = [...world.repositories.values()].map((repository) => repository.owner);
  const account = renderUser(world, accountOf(world, owner));
  return {
    ...{ id, account, target_id: account.id, target_type: account.type, app_id: app.id },
    ...{ app_slug: app.slug, permissions: app.permissions, events: app.events },
    repository_selection: 'all',
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${apiUrl(world)}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${id}`,
    ...{ created_at: since, updated_at: since, single_file_name: null },
    ...{ suspended_by: null, suspended_at: null },
  };
}
