import Type from 'typebox';
import { readConfig } from './read-config.ts';

const ServerConfig = Type.Object({
  NODE_ENV: Type.Optional(Type.Enum(['production', 'development', 'test'])),
  HOST: Type.String({ default: '0.0.0.0' }),
  PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65_535 }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    default: 'info',
  }),
  LOG_FORMAT: Type.Enum(['json', 'pretty'], { default: 'json' }),
  BODY_LIMIT_BYTES: Type.Integer({ default: 1_048_576, minimum: 1024 }),
  REQUEST_TIMEOUT_MS: Type.Integer({ default: 30_000, minimum: 1000 }),
  SHUTDOWN_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 0 }),
  TRUST_PROXY: Type.String({ default: 'false' }),
});

export const readServerConfig = (env: NodeJS.ProcessEnv) => readConfig(ServerConfig, env);
