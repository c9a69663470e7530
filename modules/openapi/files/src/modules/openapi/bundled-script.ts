import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Fastify from 'fastify';

export interface Script {
  plain: Buffer;
  gzipped: Buffer;
  etag: string;
}

/** The page's script as its package serves it. */
export async function bundledScript(): Promise<Script> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const source = Fastify();
  await source.register(scalar, { routePrefix: '/docs', configuration: { url: '/' } });
  const { rawPayload: plain } = await source.inject('/docs/js/scalar.js');
  await source.close();
  const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`;
  return { plain, gzipped: await promisify(gzip)(plain), etag };
}
