import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { readS3Config } from './s3-config.ts';
import { s3Store } from './s3-store.ts';
import { decorators, uploads } from './uploads.ts';

const s3Uploads: Module = async (app) => {
  const { client, bucket } = readS3Config(app);
  app.addHook('onClose', async () => client.destroy());
  await uploads(app, s3Store(client, bucket));
};

export default fp(s3Uploads, { name: 'uploads', decorators });
