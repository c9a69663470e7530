import type { Readable } from 'node:stream';

/** Passes on what comes, and fails when nothing does for so long. Slow readers are not its matter. */
export async function* patient(
  content: Readable,
  idleMs: number,
  stalled: () => Error,
): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = content[Symbol.asyncIterator]();
  const next = () => {
    const timer = setTimeout(() => content.destroy(stalled()), idleMs);
    return chunks.next().finally(() => clearTimeout(timer));
  };
  try {
    for (let chunk = await next(); !chunk.done; chunk = await next()) yield chunk.value;
  } finally {
    content.destroy();
  }
}
