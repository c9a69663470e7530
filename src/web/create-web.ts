import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { CatalogueData } from '../core/manifest/module.ts';
import type { Clock, Planner } from '../flows/ports.ts';
import { documentApi } from './api/document-api.ts';
import { limitRequests } from './api/limits.ts';
import { moduleRoutes } from './api/module-routes.ts';
import { planRoutes } from './api/plan-routes.ts';
import { renderRoute } from './api/render-route.ts';
import { mcpRoute } from './mcp/mcp-route.ts';
import { homeRoute } from './pages/home-route.ts';
import { bodyLimit, handleErrors } from './problem/handle-errors.ts';
import type { WebSettings } from './read-web-settings.ts';
import { renderThread } from './work/render-thread.ts';
import { thriftyPlanner } from './work/thrifty-planner.ts';

export interface WebParts {
  settings: WebSettings;
  catalogue: CatalogueData;
  /** What plans for the API: the offline planner unless `settings.planner` is `model`. */
  planner: Planner;
  clock: Clock;
  /** The App's page on GitHub, such as `https://github.com/apps/sotacode`. */
  appUrl: () => Promise<string>;
  /** Hears of what is our fault. */
  onError: (error: Error) => void;
}

/**
 * Everything that the App serves beside webhooks, ready to answer:
 * `createServer(web.routing)`, and `web.close()` in the end.
 */
export async function createWeb(parts: WebParts): Promise<FastifyInstance> {
  const { settings, catalogue } = parts;
  const app: FastifyInstance = Fastify({ bodyLimit, trustProxy: settings.trustProxy });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  handleErrors(app, parts.onError);

  const spend = await limitRequests(app, settings.limits);
  await documentApi(app, settings.url);
  const renderer = renderThread(catalogue, settings.renderQueue);
  app.addHook('onClose', renderer.close);
  const planner = limitedPlanner(parts);
  const api = { catalogue, planner, renderer, spend };
  await app.register(moduleRoutes, api);
  await app.register(planRoutes, api);
  await app.register(renderRoute, api);
  await app.register(homeRoute, { appUrl: parts.appUrl, modules: catalogue.modules.size });
  await app.register(mcpRoute, { ...api, url: settings.url });
  await app.ready();
  return app;
}

const limitedPlanner = ({ settings, planner, clock }: WebParts) =>
  settings.planner === 'model'
    ? thriftyPlanner(planner, settings.modelPlansPerHour, clock)
    : planner;
