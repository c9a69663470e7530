import { startS3 } from '../modules/uploads/s3/start-s3.ts';

/** Each test worker has an S3 server of its own. */
const ready = Symbol.for('test-s3');
const worker = globalThis as { [ready]?: ReturnType<typeof startS3> };
worker[ready] ??= startS3();
const { endpoint } = await worker[ready];

Object.assign(process.env, {
  S3_ENDPOINT: endpoint,
  S3_BUCKET: 'uploads',
  S3_ACCESS_KEY_ID: 'S3RVER',
  S3_SECRET_ACCESS_KEY: 'S3RVER',
});
