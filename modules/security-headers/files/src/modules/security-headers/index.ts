import cors from '@fastify/cors';
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { corsOptions } from './cors-options.ts';
import { dataHeaders } from './data-headers.ts';

const Config = Type.Object({
  CORS_ORIGINS: Type.String({
    default: '',
    description: 'a comma-separated list of origins, such as https://app.example.com',
    pattern: '^$|^https?://[^/\\s,*]+(,https?://[^/\\s,*]+)*$',
  }),
  CORS_CREDENTIALS: Type.Boolean({ default: false }),
  HSTS_SUBDOMAINS: Type.Boolean({ default: false }),
});

const securityHeaders: Module = async (app) => {
  const { CORS_ORIGINS, CORS_CREDENTIALS, HSTS_SUBDOMAINS } = app.config(Config);
  // The same for every answer, so worked out once.
  const headers = dataHeaders(HSTS_SUBDOMAINS);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  // Without the plugin no cross-origin header is ever sent, so browsers refuse.
  if (CORS_ORIGINS) await app.register(cors, corsOptions(CORS_ORIGINS, CORS_CREDENTIALS));
};

export default fp(securityHeaders, {
  name: 'security-headers',
  decorators: { fastify: ['config'] },
});
