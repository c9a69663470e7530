import Fastify, { type FastifyInstance } from 'fastify';
import { asInstallation, authRoutes } from './auth.ts';
import { checkRoutes } from './check-routes.ts';
import { faultHooks } from './faults.ts';
import { gitDataRoutes } from './git-data-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { smartHttp } from './smart-http.ts';
import type { World } from './world.ts';

/** The stand-in's HTTP server: REST under /api/v3, git beside it. */
export async function serve(world: World): Promise<FastifyInstance> {
  const server = Fastify({ bodyLimit: 50 * 1024 * 1024, forceCloseConnections: true });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ message: error.message }),
  );
  await server.register(
    async (api) => {
      api.addHook('preHandler', async ({ method, url, body }) => {
        world.requests.push({ method, path: url, body });
      });
      faultHooks(api, world);
      authRoutes(api, world);
      await api.register(async (guarded) => {
        guarded.addHook('onRequest', asInstallation(world));
        for (const routes of allRoutes) routes(guarded, world);
      });
    },
    { prefix: '/api/v3' },
  );
  await smartHttp(server, world);
  world.url = await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}

const allRoutes = [repositoryRoutes, gitDataRoutes, issueRoutes, pullRoutes, checkRoutes];
