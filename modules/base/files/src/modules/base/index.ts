import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { drainConnections } from './drain-connections.ts';
import { acceptEmptyJson } from './empty-json.ts';
import { fromRoot } from './from-root.ts';
import { logRequests } from './log-requests.ts';
import { problemSupport } from './problem-support.ts';
import { readConfig } from './read-config.ts';

const base: Module = async (app, { env }) => {
  app.decorate('config', (schema, options) => readConfig(schema, env, options));
  app.decorate('fromRoot', fromRoot);
  acceptEmptyJson(app);
  problemSupport(app);
  logRequests(app);
  drainConnections(app);
};

export default fp(base, { name: 'base' });
