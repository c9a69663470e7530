import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { readRedisConfig } from './read-redis-config.ts';

const redis: Module = async (app, { env }) => {
  const { url, prefix } = readRedisConfig(app);
  if (!url) {
    if (env.NODE_ENV === 'production')
      app.log.warn('REDIS_URL is not set: this process shares nothing with others');
    app.decorate('redis', null);
    return;
  }
  // Loaded only here: it would double the time that a server without Redis takes to start.
  const { firstConnection, openClients } = await import('./open-clients.ts');
  const { open, close } = openClients(url, app.log);
  const client = open('shared', { waits: false });
  app.decorate('redis', { client, prefix, subscriber: () => open('subscriber', { waits: true }) });
  app.addHook('onClose', close);
  await firstConnection(client);
};

export default fp(redis, { name: 'redis', decorators: { fastify: ['config'] } });
