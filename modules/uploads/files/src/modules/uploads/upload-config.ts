import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { canonicalType } from './canonical-type.ts';

const megabyte = 1_048_576;
const type = '[a-z]+/[a-z0-9][a-z0-9.+-]*';
const defaultTypes =
  'image/jpeg,image/png,image/gif,image/webp,image/avif,application/pdf,text/plain,text/csv,' +
  'audio/mpeg,video/mp4';

const Config = Type.Object({
  UPLOAD_MAX_MB: Type.Integer({ default: 25, minimum: 1, maximum: 10_240 }),
  UPLOAD_QUOTA_MB: Type.Integer({ default: 1024, minimum: 1, maximum: 10_485_760 }),
  UPLOAD_TYPES: Type.String({
    default: defaultTypes,
    pattern: `^${type}(,${type})*$`,
    description: 'a comma-separated list of types, such as image/png,application/pdf',
  }),
  UPLOAD_TIMEOUT_SECONDS: Type.Integer({ default: 600, minimum: 1, maximum: 86_400 }),
  UPLOAD_IDLE_SECONDS: Type.Integer({ default: 30, minimum: 1, maximum: 600 }),
});

export function readUploadConfig(app: FastifyInstance) {
  const config = app.config(Config);
  return {
    maxBytes: config.UPLOAD_MAX_MB * megabyte,
    quotaBytes: config.UPLOAD_QUOTA_MB * megabyte,
    types: new Set(config.UPLOAD_TYPES.split(',').map(canonicalType)),
    timeoutMs: config.UPLOAD_TIMEOUT_SECONDS * 1000,
    idleMs: config.UPLOAD_IDLE_SECONDS * 1000,
  };
}
export type UploadConfig = ReturnType<typeof readUploadConfig>;
