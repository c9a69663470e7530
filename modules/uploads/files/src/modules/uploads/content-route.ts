import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { contentHeaders } from './content-headers.ts';
import { readableFile } from './readable-file.ts';
import { requestedRange } from './requested-range.ts';
import { binary, fileParams } from './schemas.ts';

/** The bytes of a file, or a part of them. */
export const contentRoute: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    operationId: 'readFileContent',
    tags: ['files'],
    summary: 'Download a file',
    description: 'Takes `Range`, `If-Range` and `If-None-Match`. The type is that of the file.',
    security: [{}, { [app.identityScheme.name]: [] }],
    params: fileParams,
    response: {
      200: binary('The file'),
      206: binary('The part that `Range` asks for'),
      304: { description: 'As before', type: 'null' },
      ...app.problems(401, 404, 416, 503),
    },
  };
  app.get('/files/:id/content', { schema }, async (request, reply) => {
    const file = await readableFile(request, reply, request.params.id);
    const headers = contentHeaders(file);
    if (isKnown(request.headers['if-none-match'], headers.etag))
      return reply.headers(headers).code(304).send();

    const { size } = file;
    const range = requestedRange(request.headers, size, headers.etag);
    if (range === null) {
      reply.header('content-range', `bytes */${size}`);
      throw app.problem(416, 'range-not-satisfiable', `The file has ${size} bytes.`);
    }
    const isHead = request.method === 'HEAD';
    const content = isHead ? Readable.from([]) : await app.files.open(file.id, range);
    reply.headers(headers);
    if (!range) return reply.header('content-length', size).send(content);
    const { start, end } = range;
    return reply
      .code(206)
      .header('content-range', `bytes ${start}-${end}/${size}`)
      .header('content-length', end - start + 1)
      .send(content);
  });
};

const isKnown = (known: string | undefined, etag: string) =>
  known?.split(',').some((each) => ['*', etag, `W/${etag}`].includes(each.trim()));
