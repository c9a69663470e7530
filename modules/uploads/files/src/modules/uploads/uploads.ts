import type { FastifyInstance } from 'fastify';
import { allowSlowUploads } from './allow-slow-uploads.ts';
import { changeRoutes } from './change-routes.ts';
import { contentRoute } from './content-route.ts';
import { fileRows } from './file-rows.ts';
import { fileStore } from './file-store.ts';
import type { ObjectStore } from './object-store.ts';
import { readRoutes } from './read-routes.ts';
import { FileSchema } from './schemas.ts';
import { sweeper } from './sweeper.ts';
import { readUploadConfig } from './upload-config.ts';
import { uploadRoute } from './upload-route.ts';

const sweepMs = 900_000;

/** Files of users over some storage: `app.files`, its routes, and the sweep. */
export async function uploads(app: FastifyInstance, objects: ObjectStore) {
  const config = readUploadConfig(app);
  const rows = fileRows(app.db);
  const { log } = app;
  // No upload outlives its timeout, so what is twice as old was cut off by a crash.
  const stuckMs = config.timeoutMs * 2;
  const { sweep, idle } = sweeper({ rows, objects, stuckMs, log });
  let timer: NodeJS.Timeout | undefined;

  app.decorate('files', fileStore(app, { rows, objects, config }));
  app.addSchema(FileSchema);
  allowSlowUploads(app, config.timeoutMs);
  await app.register(uploadRoute, { config });
  await app.register(readRoutes, { rows });
  await app.register(changeRoutes, { rows });
  await app.register(contentRoute);

  // Somebody may have left, and their files with them.
  app.users.onChange(() => void sweep());
  app.addHook('onListen', async () => {
    timer = setInterval(sweep, sweepMs).unref();
    void sweep();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await idle();
  });
}

/** What a storage's plugin must find. */
export const decorators = {
  fastify: ['config', 'db', 'problem', 'problems', 'users', 'requireIdentity', 'identityScheme'],
};
