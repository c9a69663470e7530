import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { letSenderFinish } from './let-sender-finish.ts';
import { readForm } from './read-form.ts';
import { fileBody, fileRef, UploadForm } from './schemas.ts';
import type { UploadConfig } from './upload-config.ts';

/** Sizes are measured by what counts and hashes the bytes. */
const limits = {
  files: 1,
  fields: 2,
  parts: 3,
  fieldSize: 100,
  fieldNameSize: 100,
  headerPairs: 20,
  fileSize: Number.POSITIVE_INFINITY,
};

export const uploadRoute: FastifyPluginAsyncTypebox<{ config: UploadConfig }> = async (
  app,
  options,
) => {
  // Here and not for the whole server: other routes take no forms.
  await app.register(multipart, { limits, throwFileSizeLimit: false });

  const schema = {
    operationId: 'uploadFile',
    tags: ['files'],
    summary: 'Upload a file',
    description: 'One file per form, as its last part. What it is, is found in its first bytes.',
    consumes: ['multipart/form-data'],
    body: UploadForm,
    response: { 201: fileRef, ...app.problems(400, 408, 409, 413, 415, 503) },
  };
  const route = {
    onRequest: app.requireIdentity,
    config: { limit: { max: 60, seconds: 60 }, takesUploads: true as const },
    schema,
    // There is no body yet: the form is read while it comes.
    validatorCompiler: () => () => true,
  };
  app.post('/files', route, async (request, reply) => {
    const { userId: ownerId } = request.identity;
    try {
      const { content, ...file } = await readForm(request, options.config.idleMs);
      const created = await app.files.create(content, { ...file, ownerId, ...sizeOf(request) });
      reply.code(201).header('location', `/files/${created.id}`);
      return fileBody(created);
    } catch (error) {
      letSenderFinish(request.raw);
      throw error;
    }
  });
};

/** The form's, which is a little more than the file's. */
function sizeOf({ headers }: { headers: { 'content-length'?: string | undefined } }) {
  const size = Number(headers['content-length']);
  return Number.isSafeInteger(size) ? { size } : {};
}
