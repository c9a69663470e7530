import type { CatalogueData, Module } from '../manifest/module.ts';
import { blobId } from '../render/blob-id.ts';
import { namesOf } from '../render/entities/names.ts';
import type { Lock } from '../render/lock.ts';

/** What a generated file was made from. */
export type Origin =
  | { kind: 'module'; id: string }
  | { kind: 'entity'; name: string }
  /** Assembled from what every module declares. */
  | { kind: 'shared' }
  | { kind: 'frame' };

/** Says what a file of the lock was made from. */
export function fileOrigin(path: string, lock: Lock, catalogue: CatalogueData): Origin {
  const own = lock.directory ? path.replace(`${lock.directory}/`, '') : path;
  const used = Object.keys(lock.modules).flatMap((id) => catalogue.modules.get(id) ?? []);
  const module = used.find((each) => wrote(each, own));
  if (module) return { kind: 'module', id: module.id };
  const entity = /^(?:src|test)\/entities\/([^/]+)\//.exec(own)?.[1];
  if (entity) return { kind: 'entity', name: nameOf(entity, lock) };
  // package.json lies in the frame too, and every module adds to it.
  const frame = catalogue.skeleton.get(own);
  return frame && blobId(frame) === lock.files[path] ? { kind: 'frame' } : { kind: 'shared' };
}

function wrote({ manifest, files, templates }: Module, path: string): boolean {
  const migration = /^migrations\/\d+_(.+)\.sql$/.exec(path)?.[1];
  if (migration) return manifest.migrations.includes(migration);
  if (path.startsWith('.github/workflows/')) return templates.has('.github/workflows/ci.yml.hbs');
  return files.has(path) || templates.has(`${path}.hbs`);
}

const nameOf = (folder: string, { entities }: Lock): string =>
  entities.find(({ name }) => namesOf(name).path === folder)?.name ?? folder;
