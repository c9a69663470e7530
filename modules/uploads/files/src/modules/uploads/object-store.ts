import type { Readable } from 'node:stream';
import type { ByteRange } from '../../contracts/files.ts';

/** Where the bytes are. Ids are this server's own, so they may become paths and keys. */
export interface ObjectStore {
  /** Keeps the content: all of it, or nothing when the content fails or the signal aborts. */
  put(id: string, content: Readable, signal: AbortSignal): Promise<void>;
  open(id: string, range?: ByteRange): Promise<Readable>;
  /** Resolves, too, when there is no such object. */
  remove(id: string): Promise<void>;
}

/** `ab/cd/<id>`: the last characters of a time-ordered id are the random ones. */
export const objectPath = (id: string) => `${id.slice(-2)}/${id.slice(-4, -2)}/${id}`;
