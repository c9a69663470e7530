import type { Readable } from 'node:stream';

export type FileVisibility = 'private' | 'public';

export interface StoredFile {
  id: string;
  ownerId: string;
  /** As its owner calls it; never part of a path. */
  name: string;
  /** Found in its first bytes, not believed. */
  type: string;
  /** In bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
  visibility: FileVisibility;
  createdAt: Date;
  updatedAt: Date;
}

export interface NewFile {
  /** Whose it is, and whose quota it counts against. */
  ownerId: string;
  name: string;
  /** What the sender says it is; content of another type is refused. */
  type?: string;
  /** In bytes, or a little more: what is set aside of the quota meanwhile. */
  size?: number;
  /** `private` unless told. */
  visibility?: FileVisibility;
}

/** Positions of the first and the last byte, from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Files of users. Whether the caller may see them is for the caller to check. */
export interface Files {
  find(id: string): Promise<StoredFile | null>;
  /** The content of a file that `find` knows. Throws a 503 problem when the storage does not answer. */
  open(id: string, range?: ByteRange): Promise<Readable>;
  /**
   * Keeps a file: all of it, or nothing. Throws problems when it is too large, of another type, or
   * more than its owner may keep.
   */
  create(content: Readable, file: NewFile): Promise<StoredFile>;
  /** False when there is no such file. */
  remove(id: string): Promise<boolean>;
}

declare module 'fastify' {
  interface FastifyInstance {
    files: Files;
  }
}
