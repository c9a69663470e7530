import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readIfThere } from '../catalogue/read-if-there.ts';
import { repository } from '../catalogue/repository.ts';
import type { Mutant } from './mutant.ts';

const run = promisify(execFile);

/** The part of the catalogue that a mutant changes, in a folder of its own. */
export interface BrokenCatalogue {
  root: string;
  /** Folder of the modules that differ. */
  modules: string;
  /** Folder of the templates, where they differ. */
  templates: string | undefined;
}

/** The text of a mutant's file with the one change; null when it is deleted. */
export function mutated({ id, file, find, put }: Mutant, text: string | null): string | null {
  if (find === null) {
    if (text !== null) throw new Error(`Mutant ${id}: ${file} is there already.`);
    return put;
  }
  const count = text === null ? 0 : text.split(find).length - 1;
  if (count !== 1) throw new Error(`Mutant ${id}: ${file} has its text ${count} times, not once.`);
  return put === null ? null : (text ?? '').replace(find, () => put);
}

/** Copies the module or the templates that the mutant is in, and breaks the copy. */
export async function applyMutant(mutant: Mutant): Promise<BrokenCatalogue> {
  const { id, file, judged, released = false } = mutant;
  const root = join(repository, '.work/mutants', id);
  const [part = '', name = ''] = file.split('/');
  const copied = part === 'modules' ? `modules/${name}` : 'templates';
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, 'modules'), { recursive: true });
  await cp(join(repository, copied), join(root, copied), { recursive: true });
  if (released) await release(root, judged);
  const broken = mutated(mutant, await readIfThere(join(root, file)));
  if (broken === null) await rm(join(root, file));
  else await write(join(root, file), broken);
  return {
    root,
    modules: join(root, 'modules'),
    templates: part === 'templates' ? join(root, part) : undefined,
  };
}

async function write(path: string, text: string) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** As `changeset publish` leaves it: a commit, and a tag of the module's version. */
async function release(root: string, module: string) {
  const text = await readFile(join(root, 'modules', module, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  const who = ['-c', 'user.name=release', '-c', 'user.email=release@localhost'];
  const git = (...args: string[]) => run('git', [...who, ...args], { cwd: root });
  await git('init', '--quiet');
  await git('add', '--all', '--force');
  await git('commit', '--quiet', '--message', 'Release');
  await git('tag', `${name}@${version}`);
}
