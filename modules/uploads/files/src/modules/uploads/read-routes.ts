import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FileRows } from './file-rows.ts';
import { readableFile } from './readable-file.ts';
import { FilePage, fileBody, fileParams, fileRef, pageQuery } from './schemas.ts';

/** What is known of files. */
export const readRoutes: FastifyPluginAsyncTypebox<{ rows: FileRows }> = async (app, { rows }) => {
  const onRequest = app.requireIdentity;
  const tags = ['files'];

  const list = {
    operationId: 'listFiles',
    tags,
    summary: 'List my files, newest first',
    querystring: pageQuery,
    response: { 200: FilePage },
  };
  app.get('/files', { onRequest, schema: list }, async ({ identity, query }) => {
    const { limit } = query;
    // One more than asked for, which tells whether there is a next page.
    const found = await rows.list(identity.userId, { ...query, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items: items.map(fileBody), nextCursor: last?.id ?? null };
  });

  const read = {
    operationId: 'readFile',
    tags,
    summary: 'Read what is known of a file',
    security: [{}, { [app.identityScheme.name]: [] }],
    params: fileParams,
    response: { 200: fileRef, ...app.problems(401, 404) },
  };
  app.get('/files/:id', { schema: read }, async (request, reply) =>
    fileBody(await readableFile(request, reply, request.params.id)),
  );
};
