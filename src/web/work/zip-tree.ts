import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Tree } from '../../core/manifest/module.ts';

/** ZIP keeps local times from 1980 on: this one is the same in every time zone. */
const mtime = new Date(1980, 0, 1);

/** A tree as a ZIP archive with one folder. The same tree makes the same bytes. */
export function zipTree(tree: Tree, folder: string): Buffer {
  const entries: Zippable = Object.fromEntries(
    [...tree].map(([path, content]) => [`${folder}/${path}`, strToU8(content)]),
  );
  return Buffer.from(zipSync(entries, { mtime }));
}
