import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Files, NewFile } from '../../contracts/files.ts';
import { admittedType } from './admitted-type.ts';
import { cleanName } from './clean-name.ts';
import type { FileRows } from './file-rows.ts';
import { measure } from './measure.ts';
import type { ObjectStore } from './object-store.ts';
import { peek } from './peek.ts';
import { reserveSpace, type Wanted } from './reserve-space.ts';
import { sampleBytes } from './sniff-type.ts';
import { tooMuch } from './too-much.ts';
import type { UploadConfig } from './upload-config.ts';

interface Parts {
  rows: FileRows;
  objects: ObjectStore;
  config: UploadConfig;
}

/** Rows and objects together: first the row, then the object, then the row says that all is there. */
export function fileStore(app: FastifyInstance, { rows, objects, config }: Parts): Files {
  const unavailable = (err: unknown) => {
    app.log.error({ err }, 'the storage of files failed');
    return app.problem(503, 'storage-unavailable', 'Files cannot be reached. Try again later.');
  };
  /** What fails here, the sweep tries again. */
  const erase = async (id: string) => {
    await objects.remove(id);
    await rows.forget(id);
  };
  const later = (err: unknown) => app.log.warn({ err }, 'a file is left to the sweep');

  async function keep(chunks: AsyncIterable<Buffer>, file: Reserved) {
    const limit = () => tooMuch(app, config, file.space);
    const { content, failure, result } = measure(chunks, file.space, limit);
    const signal = AbortSignal.timeout(config.timeoutMs);
    await objects.put(file.id, content, signal).catch((error: unknown) => {
      throw failure() ?? unavailable(error);
    });
    const finished = await rows.finish(file.id, result());
    if (!finished) throw app.problem(409, 'file-gone', 'The file was deleted while it came.');
    return finished;
  }

  async function receive(content: Readable, { type: declared, size, ...file }: NewFile) {
    const name = cleanName(file.name);
    if (name === undefined) throw app.problem(400, 'name-too-long', 'The name is too long.');
    const { head, whole } = await peek(content, sampleBytes);
    const type = await admittedType(app, config.types, head, declared);
    const described = { visibility: 'private', ...file, name, type, size } as const;
    const reserved = await reserve(app, config, described);
    return keep(whole, reserved).catch(async (error: unknown) => {
      await rows
        .condemn(reserved.id)
        .then(() => erase(reserved.id))
        .catch(later);
      throw error;
    });
  }

  return {
    find: rows.find,
    open: (id, range) =>
      objects.open(id, range).catch((error: unknown) => {
        throw unavailable(error);
      }),
    create: (content, file) => receive(content, file).finally(() => content.destroy()),
    async remove(id) {
      const wasThere = await rows.condemn(id);
      if (wasThere) await erase(id).catch(later);
      return wasThere;
    },
  };
}

async function reserve(app: FastifyInstance, config: UploadConfig, file: Wanted) {
  const reserved = await reserveSpace(app.db, config, file).catch(async (error: unknown) => {
    if (await app.users.findById(file.ownerId)) throw error;
    throw app.problem(409, 'account-gone', 'The account was deleted while the file came.');
  });
  if (!reserved) throw tooMuch(app, config, 0);
  return reserved;
}

interface Reserved {
  id: string;
  /** In bytes. */
  space: number;
}
