import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { describeRoutes } from './describe-routes.ts';
import { referencePage } from './reference-page.ts';

const Config = Type.Object({ OPENAPI_ENABLED: Type.Boolean({ default: true }) });

const openapi: Module = async (app) => {
  const { OPENAPI_ENABLED } = app.config(Config);
  await describeRoutes(app);
  if (!OPENAPI_ENABLED) return;

  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(referencePage);
};

export default fp(openapi, { name: 'openapi', decorators: { fastify: ['config', 'problems'] } });
