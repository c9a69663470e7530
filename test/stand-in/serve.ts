import Fastify, { type FastifyInstance } from 'fastify';
import { etagHook } from './etags.ts';
import { faultHooks } from './faults.ts';
import { params } from './find.ts';
import { followHeads } from './heads.ts';
import { limitHooks } from './limits.ts';
import { descriptionHooks } from './openapi/description-hooks.ts';
import { appRoutes } from './routes/app.ts';
import { checkRoutes } from './routes/checks.ts';
import { commentRoutes } from './routes/comments.ts';
import { contentRoutes } from './routes/contents.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { gitObjectRoutes } from './routes/git-objects.ts';
import { gitRefRoutes } from './routes/git-refs.ts';
import { graphqlRoutes } from './routes/graphql.ts';
import { issueRoutes } from './routes/issues.ts';
import { labelRoutes } from './routes/labels.ts';
import { manifestRoutes } from './routes/manifests.ts';
import { pullContentRoutes } from './routes/pull-contents.ts';
import { pullMergeRoutes } from './routes/pull-merge.ts';
import { pullRoutes } from './routes/pulls.ts';
import { rateLimitRoutes } from './routes/rate-limit.ts';
import { reactionRoutes } from './routes/reactions.ts';
import { repositoryRoutes } from './routes/repositories.ts';
import { statusRoutes } from './routes/statuses.ts';
import { updateBranchRoutes } from './routes/update-branch.ts';
import { authorize, sessionOf } from './session.ts';
import { smartHttp } from './smart-http.ts';
import type { World } from './world.ts';

const forAll = [manifestRoutes];
const forTheApp = [appRoutes, deliveryRoutes];
const forTokens = [
  ...[repositoryRoutes, contentRoutes, gitObjectRoutes, gitRefRoutes, issueRoutes],
  ...[commentRoutes, labelRoutes, reactionRoutes, pullRoutes, pullContentRoutes, pullMergeRoutes],
  ...[updateBranchRoutes, checkRoutes, statusRoutes, rateLimitRoutes],
];

/** The stand-in's HTTP server: REST under /api/v3, GraphQL under /api, git beside them. */
export async function serve(world: World): Promise<FastifyInstance> {
  const server = createServer(world);
  await smartHttp(server, world);
  world.url = await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}

export function createServer(world: World): FastifyInstance {
  const server = Fastify({
    ...{ bodyLimit: 50 * 1024 * 1024, forceCloseConnections: true, exposeHeadRoutes: false },
    routerOptions: { maxParamLength: 1000 },
    // The root folder is the path that is empty.
    rewriteUrl: ({ url = '' }) => url.replace(/\/contents(?=\?|$)/, '/contents/'),
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply.code(status).send({ ...messageOf(error), status: String(status) });
  });
  server.register((api) => everything(api, world), { prefix: '/api' });
  return server;
}

const messageOf = ({ message, stack }: Error & { statusCode?: number }) => ({
  message: message || stack,
  documentation_url: 'https://docs.github.com/rest',
});

async function everything(api: FastifyInstance, world: World): Promise<void> {
  api.addHook('preHandler', async ({ method, url, body }) => {
    world.requests.push({ method, path: url, body });
  });
  faultHooks(api, world);
  await api.register(async (scope) => withToken(scope, world, [graphqlRoutes]));
  await api.register((scope) => rest(scope, world), { prefix: '/v3' });
}

async function rest(api: FastifyInstance, world: World): Promise<void> {
  descriptionHooks(api, world);
  for (const routes of forAll) routes(api, world);
  await api.register(async (scope) => {
    for (const routes of forTheApp) routes(scope, world);
  });
  await api.register(async (scope) => withToken(scope, world, forTokens));
}

function withToken(api: FastifyInstance, world: World, all: typeof forTokens): void {
  api.addHook('onRequest', authorize(world));
  etagHook(api);
  limitHooks(api, world);
  headHooks(api, world);
  for (const routes of all) routes(api, world);
}

/** Sees pushes that happened beside the API, and those that a request makes. */
function headHooks(api: FastifyInstance, world: World): void {
  const look = async (request: Parameters<typeof params>[0]) => {
    const { owner, repo } = params(request);
    const repository = world.repositories.get(`${owner}/${repo}`);
    if (repository) await followHeads(world, repository, sessionOf(request).user);
  };
  api.addHook('preHandler', look);
  api.addHook('onResponse', async (request) => {
    if (request.method !== 'GET') await look(request);
  });
}
