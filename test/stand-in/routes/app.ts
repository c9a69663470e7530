import { createVerify, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { found, HttpError, page, params } from '../find.ts';
import { renderApp, renderInstallation } from '../render/app.ts';
import { renderRepository } from '../render/repository.ts';
import { timestamp } from '../timestamp.ts';
import type { Permissions, World } from '../world.ts';

/** What the App may ask as itself: its JWT is verified with the public key. */
export function appRoutes(api: FastifyInstance, world: World): void {
  api.addHook('onRequest', async (request) => {
    const jwt = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!jwt || !isAppJwt(jwt, world)) throw new HttpError(401, 'Bad credentials');
  });

  api.get('/app', () => renderApp(world));
  api.get('/app/installations', (request, reply) =>
    page(world, request, reply, [renderInstallation(world)]),
  );
  api.get('/repos/:owner/:repo/installation', (request) => {
    const { owner, repo } = params(request);
    found(world.repositories.get(`${owner}/${repo}`));
    return renderInstallation(world);
  });
  api.post('/app/installations/:id/access_tokens', (request, reply) => {
    if (Number(params(request).id) !== world.installation) throw new HttpError(404, 'Not Found');
    return reply.code(201).send(newToken(world, request));
  });
}

interface Narrowing {
  permissions?: Permissions;
  repositories?: string[];
}

/** A token for an hour, with all that the App was given or less. */
function newToken(world: World, request: FastifyRequest) {
  const { app, bot } = world;
  const { permissions = app.permissions, repositories } = (request.body ?? {}) as Narrowing;
  const granted = ([name, level]: [string, string]) =>
    app.permissions[name] === 'write' || app.permissions[name] === level;
  if (!Object.entries(permissions).every(granted)) {
    throw new HttpError(422, 'The permissions requested are not granted to this installation.');
  }
  // GitHub grants this one with any other.
  const given = { metadata: 'read', ...permissions };
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  world.tokens.set(token, { user: bot, permissions: given, repositories: repositories ?? null });
  const among = ({ name }: { name: string }) => !repositories || repositories.includes(name);
  const repositoriesShown = [...world.repositories.values()]
    .filter(among)
    .map((repository) => renderRepository(world, repository));
  return {
    ...{ token, permissions: given, expires_at: timestamp(new Date(Date.now() + 3_600_000)) },
    ...(repositories ? { repositories: repositoriesShown } : {}),
    repository_selection: repositories ? 'selected' : 'all',
  };
}

function isAppJwt(jwt: string, { app }: World): boolean {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const genuine = createVerify('RSA-SHA256')
    .update(`${header}.${payload}`)
    .verify(app.publicKey, signature, 'base64url');
  if (!genuine) return false;
  const { iss, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return Number(iss) === app.id && exp > Date.now() / 1000;
}
