import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

const secret = Type.Optional(Type.String({ minLength: 32 }));

const Config = Type.Object({
  JWT_SECRET: secret,
  JWT_PREVIOUS_SECRET: secret,
  JWT_ISSUER: Type.String({ default: 'server' }),
  JWT_AUDIENCE: Type.String({ default: 'api' }),
  ACCESS_TOKEN_SECONDS: Type.Integer({ default: 900, minimum: 60, maximum: 3600 }),
  SESSION_IDLE_DAYS: Type.Integer({ default: 30, minimum: 1, maximum: 365 }),
  SESSION_MAX_DAYS: Type.Integer({ default: 90, minimum: 1, maximum: 730 }),
  SESSION_CHECK_SECONDS: Type.Integer({ default: 5, minimum: 0, maximum: 60 }),
});

/** The configuration; outside production a missing secret is made up, and lost at the next start. */
export function readAuthConfig(app: FastifyInstance) {
  const { JWT_SECRET, ...config } = app.config(Config, { requiredInProduction: ['JWT_SECRET'] });
  if (JWT_SECRET) return { ...config, JWT_SECRET };
  app.log.warn('JWT_SECRET is not set: access tokens end when this process does');
  return { ...config, JWT_SECRET: randomBytes(32).toString('base64url') };
}
export type AuthConfig = ReturnType<typeof readAuthConfig>;
