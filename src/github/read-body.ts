import type { IncomingMessage } from 'node:http';

/** GitHub sends no payload larger than this. */
export const maxPayload = 25 * 1024 * 1024;

/** The whole body, or null when it is larger than `limit`; reading stops there. */
export async function readBody(
  request: IncomingMessage,
  limit = maxPayload,
): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
