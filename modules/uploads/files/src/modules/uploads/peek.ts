import type { Readable } from 'node:stream';

/** The first bytes of a stream, and all of it once more. */
export async function peek(content: Readable, bytes: number) {
  const chunks: AsyncIterator<Buffer> = content[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  for (let size = 0; size < bytes; ) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(first);

  async function* whole() {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { head, whole: whole() };
}
