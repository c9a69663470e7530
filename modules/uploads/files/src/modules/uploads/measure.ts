import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** Passes content on while it counts and hashes it; fails with `tooLarge` beyond the limit. */
export function measure(chunks: AsyncIterable<Buffer>, limit: number, tooLarge: () => Error) {
  const hash = createHash('sha256');
  const measured: { size: number; failure?: unknown } = { size: 0 };

  async function* pass() {
    try {
      for await (const chunk of chunks) {
        measured.size += chunk.length;
        if (measured.size > limit) throw tooLarge();
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      measured.failure = error;
      throw error;
    }
  }
  return {
    content: Readable.from(pass(), { objectMode: false }),
    /** What the content itself failed with, whatever its reader makes of that. */
    failure: () => measured.failure,
    result: () => ({ size: measured.size, sha256: hash.digest('hex') }),
  };
}
