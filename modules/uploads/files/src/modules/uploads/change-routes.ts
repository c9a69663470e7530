import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { cleanName } from './clean-name.ts';
import type { FileRows } from './file-rows.ts';
import { changeableFile } from './readable-file.ts';
import { FileChanges, fileBody, fileParams, fileRef } from './schemas.ts';

/** What people do with their own files, and admins with everybody's. */
export const changeRoutes: FastifyPluginAsyncTypebox<{ rows: FileRows }> = async (
  app,
  { rows },
) => {
  const onRequest = app.requireIdentity;
  const tags = ['files'];

  const update = {
    operationId: 'updateFile',
    tags,
    summary: 'Rename a file, or change who may read it',
    params: fileParams,
    body: FileChanges,
    response: { 200: fileRef, ...app.problems(404) },
  };
  app.patch('/files/:id', { onRequest, schema: update }, async (request) => {
    const { id } = await changeableFile(request, request.params.id);
    const { name, ...changes } = request.body;
    const cleaned = name === undefined ? undefined : cleanName(name);
    const file = await rows.update(id, { ...changes, ...(cleaned && { name: cleaned }) });
    if (!file) throw app.problem(404, 'not-found', 'There is no file with this id.');
    return fileBody(file);
  });

  const remove = {
    operationId: 'deleteFile',
    tags,
    summary: 'Delete a file',
    params: fileParams,
    response: { 204: Type.Null({ description: 'Done' }), ...app.problems(404) },
  };
  app.delete('/files/:id', { onRequest, schema: remove }, async (request, reply) => {
    const { id } = await changeableFile(request, request.params.id);
    await app.files.remove(id);
    return reply.code(204).send(null);
  });
};
