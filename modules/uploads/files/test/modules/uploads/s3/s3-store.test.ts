import { readdir } from 'node:fs/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { s3Store } from '../../../../src/modules/uploads/s3-store.ts';
import { describeObjects } from '../object-suite.ts';
import { trialServer } from '../trial-server.ts';
import { startS3 } from './start-s3.ts';

const { endpoint, directory } = await startS3();

describe('objects in S3', () => {
  describeObjects({
    start: async () => {
      const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
      const client = new S3Client({
        endpoint,
        credentials,
        region: 'us-east-1',
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
      });
      return s3Store(client, 'uploads');
    },
    names: async () =>
      (await readdir(directory, { recursive: true })).filter((name) =>
        name.endsWith('._S3rver_object'),
      ),
  });
});

const none = {
  S3_ENDPOINT: undefined,
  S3_BUCKET: undefined,
  S3_ACCESS_KEY_ID: undefined,
  S3_SECRET_ACCESS_KEY: undefined,
};
test.each([
  [{ ...none, NODE_ENV: 'production' }, 'The environment variable S3_BUCKET is missing.'],
  [{ S3_ENDPOINT: 'http://a b' }, 'S3_ENDPOINT must be an address'],
  [{ S3_SECRET_ACCESS_KEY: undefined }, 'S3_SECRET_ACCESS_KEY must be set exactly where'],
])('a server with %j does not start', async (env, sentence) => {
  await expect(trialServer(env)).rejects.toThrow(sentence);
});

test('a server for development starts without any of it', async () => {
  const server = await trialServer(none);
  await server.close();
});

test('a server in production starts with the keys of its machine', async () => {
  const server = await trialServer({ ...none, NODE_ENV: 'production', S3_BUCKET: 'files' });
  await server.close();
});
