import { S3Client } from '@aws-sdk/client-s3';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { ConfigOf } from '../../contracts/config.ts';

const urlForm = 'an address like https://s3.example.com';

const Config = Type.Object({
  S3_BUCKET: Type.String({ default: 'uploads' }),
  S3_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://.', description: urlForm })),
  S3_REGION: Type.String({ default: 'us-east-1' }),
  S3_ACCESS_KEY_ID: Type.Optional(Type.String()),
  S3_SECRET_ACCESS_KEY: Type.Optional(Type.String()),
  S3_PATH_STYLE: Type.Boolean({ default: true }),
  S3_TIMEOUT_SECONDS: Type.Integer({ default: 30, minimum: 1, maximum: 600 }),
});

/** Where s3rver listens on this machine, for development: README says how to start it. */
const local = { endpoint: 'http://127.0.0.1:9000', keyId: 'S3RVER', secret: 'S3RVER' };

/** Outside production everything has a default: s3rver on this machine. */
export function readS3Config(app: FastifyInstance) {
  const config = app.config(Config, { requiredInProduction: ['S3_BUCKET'] });
  const { S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, NODE_ENV } = {
    ...config,
    ...app.config(Environment),
  };
  if (S3_ENDPOINT && !URL.canParse(S3_ENDPOINT)) throw mistake('S3_ENDPOINT', urlForm);
  if (!S3_ACCESS_KEY_ID !== !S3_SECRET_ACCESS_KEY)
    throw mistake('S3_SECRET_ACCESS_KEY', 'set exactly where S3_ACCESS_KEY_ID is');
  const own = NODE_ENV !== 'production' && !S3_ENDPOINT && !S3_ACCESS_KEY_ID;
  if (own) app.log.warn(`without S3_ENDPOINT files go to ${local.endpoint}`);
  const keys = own
    ? { accessKeyId: local.keyId, secretAccessKey: local.secret }
    : { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  const endpoint = own ? local.endpoint : S3_ENDPOINT;
  return { bucket: config.S3_BUCKET, client: newClient(config, endpoint, keys) };
}

const Environment = Type.Object({ NODE_ENV: Type.Optional(Type.String()) });

interface Keys {
  accessKeyId: string | undefined;
  secretAccessKey: string | undefined;
}

function newClient(
  { S3_REGION, S3_PATH_STYLE, S3_TIMEOUT_SECONDS }: ConfigOf<typeof Config>,
  endpoint: string | undefined,
  { accessKeyId, secretAccessKey }: Keys,
) {
  const timeoutMs = S3_TIMEOUT_SECONDS * 1000;
  return new S3Client({
    region: S3_REGION,
    ...(endpoint && { endpoint, forcePathStyle: S3_PATH_STYLE }),
    // Without keys: those of the machine's role, as the SDK finds them.
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    maxAttempts: 3,
    // Storages other than Amazon's do not know the SDK's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: Math.min(timeoutMs, 5_000),
      requestTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      throwOnRequestTimeout: true,
    },
  });
}

const mistake = (name: string, form: string) =>
  Object.assign(new Error(`The environment variable ${name} must be ${form}.`), {
    name: 'ConfigError',
  });
