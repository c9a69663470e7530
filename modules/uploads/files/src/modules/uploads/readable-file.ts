import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '../../contracts/files.ts';
import type { Identity } from '../../contracts/identity.ts';

type Found = StoredFile | null;

const isFor = (file: StoredFile, { userId, role }: Identity) =>
  file.ownerId === userId || role === 'admin';

/** Files of others look like files that do not exist. */
export async function changeableFile(request: FastifyRequest, id: string): Promise<StoredFile> {
  return visible(request, await request.server.files.find(id));
}

/** Public files are for everybody; for all others somebody must be signed in. */
export async function readableFile(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<StoredFile> {
  const { server } = request;
  const file = await server.files.find(id);
  if (file?.visibility === 'public') return file;
  await server.requireIdentity.call(server, request, reply);
  return visible(request, file);
}

function visible({ server, identity }: FastifyRequest, file: Found): StoredFile {
  if (file && isFor(file, identity)) return file;
  throw server.problem(404, 'not-found', 'There is no file with this id.');
}
