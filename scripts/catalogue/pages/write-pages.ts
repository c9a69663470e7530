import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../library.ts';
import { repository } from '../repository.ts';
import { cataloguePages } from './catalogue-pages.ts';

/** Writes docs/catalogue anew; resolves to the number of pages. */
export async function writePages(library: Library): Promise<number> {
  const folder = join(repository, 'docs/catalogue');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pages = await cataloguePages(library);
  for (const [name, text] of pages) await writeFile(join(folder, name), text);
  return pages.size;
}
