import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/** GitHub sends no payload larger than this. */
export const maxPayload = 25 * 1024 * 1024;

/** The whole body, or null when it is larger than `limit`; reading stops there. */
export async function readBody(
  request: Readable & Partial<Pick<IncomingMessage, 'headers'>>,
  limit = maxPayload,
): Promise<Buffer | null> {
  if (Number(request.headers?.['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive the reading, or nobody could be told why it stopped.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
