import type { FastifyRequest } from 'fastify';

const repo = '^/api/v3/repos/:owner/:repo';

/** Route -> the installation's permission that GitHub asks for there; one of them is enough. */
const table: [route: RegExp, ...names: string[]][] = [
  [new RegExp(`${repo}/pulls/:number/merge$`), 'contents'],
  [new RegExp(`${repo}/pulls`), 'pull_requests'],
  [new RegExp(`${repo}/issues/(:number|comments)`), 'issues', 'pull_requests'],
  [new RegExp(`${repo}/(issues|labels)`), 'issues', 'pull_requests'],
  [new RegExp(`${repo}/(git|contents)/`), 'contents'],
  [new RegExp(`${repo}/(check-runs|commits/:ref/check-)`), 'checks'],
  [new RegExp(`${repo}/(statuses/|commits/:ref/status)`), 'statuses'],
  [/\/graphql$/, 'pull_requests'],
];

export function neededPermission(request: FastifyRequest): [name: string, level: string][] {
  const route = request.routeOptions.url ?? '';
  const level = request.method === 'GET' ? 'read' : 'write';
  const [, ...names] = table.find(([pattern]) => pattern.test(route)) ?? [/metadata/, 'metadata'];
  return names.map((name) => [name, name === 'metadata' ? 'read' : level]);
}
