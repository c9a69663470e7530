import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { localStore } from './local-store.ts';
import { decorators, uploads } from './uploads.ts';

const Config = Type.Object({ UPLOAD_DIR: Type.String({ default: '.data/uploads' }) });

const localUploads: Module = async (app) => {
  // In a container nothing is kept unless somebody says where.
  const { UPLOAD_DIR } = app.config(Config, { requiredInProduction: ['UPLOAD_DIR'] });
  await uploads(app, await localStore(app.fromRoot(UPLOAD_DIR)));
};

export default fp(localUploads, { name: 'uploads', decorators });
