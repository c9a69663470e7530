import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { createKeys } from '../create-world.ts';
import { found, params } from '../find.ts';
import { renderApp } from '../render/app.ts';
import type { World } from '../world.ts';

/** The last step of registering an App from a manifest: a code that works once. */
export function manifestRoutes(api: FastifyInstance, world: World): void {
  api.post('/app-manifests/:code/conversions', (request, reply) => {
    const { code } = params(request);
    const pending = found(world.pendingApps.find((app) => app.code === code));
    world.pendingApps.splice(world.pendingApps.indexOf(pending), 1);
    const id = world.nextId();
    return reply.code(201).send({
      ...renderApp(world, pending.name),
      ...{ id, name: pending.name, client_id: `Iv1.${id}`, pem: createKeys().privateKey },
      client_secret: randomBytes(20).toString('hex'),
      webhook_secret: randomBytes(20).toString('hex'),
    });
  });
}
