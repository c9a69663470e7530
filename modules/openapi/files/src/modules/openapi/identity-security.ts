import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';

/** Says in the document how to sign in, so that the reference page can send the proof along. */
const identitySecurity: Module = async (app) => {
  const { name, scheme } = app.identityScheme;
  app.securitySchemes[name] = scheme;
};

export default fp(identitySecurity, {
  name: 'openapi-identity-security',
  decorators: { fastify: ['securitySchemes', 'identityScheme'] },
});
