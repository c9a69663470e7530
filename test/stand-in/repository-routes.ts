import type { FastifyInstance } from 'fastify';
import { found, HttpError, params, repositoryOf } from './find.ts';
import { commitFiles, git, headOf } from './git.ts';
import { renderRepository } from './render.ts';
import type { World } from './world.ts';

export function repositoryRoutes(api: FastifyInstance, world: World): void {
  api.get('/repos/:owner/:repo', (request) =>
    renderRepository(world, repositoryOf(world, request)),
  );

  api.get('/repos/:owner/:repo/collaborators/:login/permission', (request) => {
    const user = found(world.users.get(params(request).login ?? ''));
    const permission = repositoryOf(world, request).permissions.get(user.login) ?? 'read';
    return { permission, role_name: permission, user };
  });

  api.get('/repos/:owner/:repo/contents/*', async (request) => {
    const { directory, defaultBranch } = repositoryOf(world, request);
    const path = params(request)['*'] ?? '';
    const content = await git(directory, ['show', `${defaultBranch}:${path}`]).catch(() => null);
    const encoded = Buffer.from(found(content)).toString('base64');
    return { type: 'file', path, encoding: 'base64', content: encoded };
  });

  api.put('/repos/:owner/:repo/contents/*', async (request, reply) => {
    const { directory, defaultBranch } = repositoryOf(world, request);
    const path = params(request)['*'] ?? '';
    const { content, message, branch = defaultBranch } = request.body as Record<string, string>;
    const exists = await git(directory, ['cat-file', '-e', `${branch}:${path}`]).catch(() => null);
    if (exists !== null) throw new HttpError(422, 'Invalid request. "sha" wasn\'t supplied.');
    const text = Buffer.from(content ?? '', 'base64').toString();
    await commitFiles(directory, branch, { [path]: text }, message);
    const sha = await headOf(directory, branch);
    return reply.code(201).send({ content: { path }, commit: { sha } });
  });
}
