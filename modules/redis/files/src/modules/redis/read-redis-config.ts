import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

const urlForm = 'an address like redis://user:password@host:6379/0, or rediss:// for TLS';

const Config = Type.Object({
  REDIS_URL: Type.Optional(Type.String({ pattern: '^rediss?://', description: urlForm })),
  REDIS_PREFIX: Type.String({
    default: 'app:',
    pattern: '^[\\w.:-]{1,64}$',
    description: '1 to 64 letters, digits, or any of _ . : -',
  }),
});

export function readRedisConfig(app: FastifyInstance) {
  const { REDIS_URL: url, REDIS_PREFIX: prefix } = app.config(Config);
  if (url && !isAddress(url)) throw mistake();
  return { url, prefix };
}

function isAddress(text: string) {
  if (!URL.canParse(text)) return false;
  const { hostname, pathname, username, password } = new URL(text);
  return hostname !== '' && /^(\/\d*)?$/.test(pathname) && [username, password].every(isEncoded);
}

function isEncoded(text: string) {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}

const mistake = () =>
  Object.assign(
    new Error(
      `The environment variable REDIS_URL must be ${urlForm}, special characters percent-encoded.`,
    ),
    { name: 'ConfigError' },
  );
