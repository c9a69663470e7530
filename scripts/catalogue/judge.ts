import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import { ask } from './ask.ts';
import { catalogueChecks } from './checks.ts';
import type { Finding } from './finding.ts';
import { judgeModule } from './judge-module.ts';
import { type Library, openLibrary } from './library.ts';
import { openRecord } from './record/open-record.ts';
import { type Report, silent } from './report.ts';
import { ownModules, repository } from './repository.ts';
import { newSubject } from './subject.ts';
import { unreadable } from './unreadable.ts';

export interface Judgement {
  /** Modules to judge; all of the folder when none is named. */
  ids?: readonly string[];
  /** Folder of modules of others, or of mutants: judged in the company of this repository's. */
  from?: string;
  /** Folder of templates, where they are not this repository's. */
  templates?: string;
  /** Ids of the checks to run; all when absent. */
  checks?: readonly string[];
  /** Names of the servers to render and judge, of those that there are; all when absent. */
  servers?: readonly string[];
  /** Passes over what was judged before and has not changed since. */
  remember?: boolean;
  /** Judges all anew, and remembers that. */
  fresh?: boolean;
  report?: Report;
}

/** Judges modules by every check: resolves to nothing when all of them are good. */
export async function judge(judgement: Judgement = {}): Promise<Finding[]> {
  const { ids = [], checks, servers, templates, report = silent } = judgement;
  const { remember = false, fresh = false } = judgement;
  const from = resolve(judgement.from ?? ownModules);
  const library = await openLibrary([...new Set([ownModules, from])], templates);
  const work = workOf(from);
  const record = openRecord({ library, work, remember, fresh });
  const wanted = (each: { id: string }) => checks?.includes(each.id) ?? true;

  const found: Finding[] = [];
  // While one waits for its server, the other computes.
  await pLimit(2).map(ids.length > 0 ? ids : idsIn(from, library), async (id) => {
    const module = library.catalogue.modules.get(id);
    const folder = library.folders.get(id);
    if (!module || !folder) return found.push(...unreadable(id, library, report));
    const subject = newSubject({
      module,
      folder,
      catalogue: library.catalogue,
      work,
      only: servers,
    });
    return found.push(...(await judgeModule(subject, { wanted, record, report })));
  });
  if (ids.length > 0 || from !== ownModules) return found;
  for (const check of catalogueChecks.filter(wanted)) {
    found.push(...(await ask('catalogue', check, report, () => check.run(library))));
  }
  return found;
}

/** Where the servers of a folder of modules are rendered. */
export const workOf = (from: string): string =>
  join(repository, '.work/judge', from === ownModules ? 'own' : shortHash(from));

const idsIn = (from: string, { folders }: Library) =>
  [...folders].filter(([id, folder]) => folder === join(from, id)).map(([id]) => id);

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
