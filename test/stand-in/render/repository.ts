import type { Repository, World } from '../world.ts';
import { accountOf, apiUrl, nodeId, renderUser } from './people.ts';

const parts = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}',
};

const counts = {
  ...{ forks: 0, forks_count: 0, watchers: 0, watchers_count: 0, stargazers_count: 0 },
  ...{ subscribers_count: 0, network_count: 0, size: 1 },
};

const features = {
  ...{ has_issues: true, has_projects: false, has_wiki: false, has_pages: false },
  ...{ has_downloads: false, has_discussions: false, archived: false, disabled: false },
  ...{ fork: false, description: null, homepage: null, language: null, license: null },
};

export const repositoryUrl = (world: World, { owner, name }: Repository): string =>
  `${apiUrl(world)}/repos/${owner}/${name}`;

export const webUrl = (world: World, { owner, name }: Repository): string =>
  `${world.url}/${owner}/${name}`;

export function renderRepository(world: World, repository: Repository) {
  const { id, owner, name, created_at } = repository;
  const [url, html_url] = [repositoryUrl(world, repository), webUrl(world, repository)];
  const urls = Object.entries(parts).map(([part, path]) => [`${part}_url`, `${url}${path}`]);
  const open = [...repository.issues, ...repository.pulls].filter(({ state }) => state === 'open');
  return {
    ...{ id, name, url, html_url, created_at, ...counts, ...features },
    ...{ updated_at: created_at, pushed_at: created_at, mirror_url: null },
    ...Object.fromEntries(urls),
    node_id: nodeId('Repository', id),
    full_name: `${owner}/${name}`,
    private: repository.private,
    owner: renderUser(world, accountOf(world, owner)),
    default_branch: repository.defaultBranch,
    open_issues: open.length,
    open_issues_count: open.length,
    clone_url: `${html_url}.git`,
    svn_url: html_url,
    git_url: `${html_url.replace('http:', 'git:')}.git`,
    ssh_url: `git@github.test:${owner}/${name}.git`,
  };
}
