import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../library.ts';
import { repository } from '../repository.ts';
import { cataloguePages } from './catalogue-pages.ts';

/** What other commands have measured, and write themselves. */
const records = /^(mutants|mutation|pairs|triples)\.(md|json)$/;

/** Writes docs/catalogue anew; resolves to the number of pages. */
export async function writePages(library: Library): Promise<number> {
  const folder = join(repository, 'docs/catalogue');
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => !records.test(name));
  for (const name of old) await rm(join(folder, name));
  const pages = await cataloguePages(library);
  for (const [name, text] of pages) await writeFile(join(folder, name), text);
  return pages.size;
}
