import { Readable } from 'node:stream';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FileVisibility } from '../../contracts/files.ts';
import { patient } from './patient.ts';
import { isVisibility } from './visibilities.ts';

interface UploadedFile {
  name: string;
  type: string;
  visibility: FileVisibility;
  /** Ends when the whole form has arrived and was in order. */
  content: Readable;
}

/** Reads a form up to the bytes of its file, which must be its last part. */
export async function readForm(request: FastifyRequest, idleMs: number): Promise<UploadedFile> {
  const { problem } = request.server;
  if (!request.isMultipart())
    throw problem(415, 'not-a-form', 'Send the file as multipart/form-data.');
  const parts = request.parts();
  let visibility: FileVisibility = 'private';

  for (;;) {
    const part = await nextPart(request, parts);
    if (!part) throw problem(400, 'no-file', 'The form has no file.');
    if (part.type === 'file') {
      const content = Readable.from(toTheEnd(request, parts, part.file, idleMs));
      return { name: part.filename ?? '', type: part.mimetype, visibility, content };
    }
    if (part.fieldname !== 'visibility' || !isVisibility(part.value))
      throw problem(400, 'invalid-form', `The field ${part.fieldname} is not valid.`);
    visibility = part.value;
  }
}

async function* toTheEnd(
  request: FastifyRequest,
  parts: AsyncIterator<Multipart>,
  file: Readable,
  idleMs: number,
) {
  const { problem } = request.server;
  const stalled = () =>
    problem(408, 'upload-stalled', `Nothing came for ${idleMs / 1000} seconds.`);
  try {
    yield* patient(file, idleMs, stalled);
  } catch (error) {
    throw readable(request, error);
  }
  if (await nextPart(request, parts))
    throw problem(400, 'file-not-last', 'The file must be the last part of the form.');
}

async function nextPart(request: FastifyRequest, parts: AsyncIterator<Multipart>) {
  try {
    const { done, value } = await parts.next();
    return done ? undefined : value;
  } catch (error) {
    throw readable(request, error);
  }
}

/** The parser's errors are plain ones when the form is broken or ends too early. */
const readable = ({ server }: FastifyRequest, error: unknown) =>
  error instanceof Error && 'statusCode' in error
    ? error
    : server.problem(400, 'malformed-form', 'The form is broken, or ended too early.');
