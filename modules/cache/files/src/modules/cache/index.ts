import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { appVersion } from './app-version.ts';
import { cacheOn } from './cache-on.ts';
import { memoryStore } from './memory-store.ts';
import { redisStore } from './redis-store.ts';

const Config = Type.Object({
  CACHE_MAX_ENTRIES: Type.Integer({ default: 10_000, minimum: 1, maximum: 1_000_000 }),
  CACHE_MAX_MB: Type.Integer({ default: 64, minimum: 1, maximum: 16_384 }),
});

const cachePlugin: Module = async (app) => {
  const { CACHE_MAX_ENTRIES: maxEntries, CACHE_MAX_MB } = app.config(Config);
  const store = app.redis
    ? redisStore(app.redis, appVersion(app.fromRoot('package.json')), app.log)
    : memoryStore({ maxEntries, maxBytes: CACHE_MAX_MB * 1_048_576 });
  const { cache, drain } = cacheOn(store, app.log);
  app.decorate('cache', cache);
  // Before what the loads need is closed: that was registered earlier.
  app.addHook('onClose', drain);
};

export default fp(cachePlugin, { name: 'cache', decorators: { fastify: ['config', 'redis'] } });
