import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Library } from '../library.ts';
import { readIfThere } from '../read-if-there.ts';
import { repository } from '../repository.ts';
import { releaseOf } from '../semver/release-of.ts';
import { once } from '../server/once.ts';
import type { Subject } from '../subject.ts';
import { fingerprint, hashOf, runtime, sharedInputs } from './fingerprint.ts';

/** Which checks a module passed, as long as nothing that they look at has changed. */
export interface JudgeRecord {
  passed(subject: Subject): Promise<ReadonlySet<string>>;
  keep(subject: Subject, checks: ReadonlySet<string>): Promise<void>;
}

interface Entry {
  hash: string;
  passed: string[];
}

const forgetful: JudgeRecord = { passed: async () => new Set(), keep: async () => {} };

interface RecordSource {
  library: Library;
  work: string;
  remember: boolean;
  /** Forgets what was known before, and remembers anew. */
  fresh?: boolean;
  /** Where the code that judges and renders lies. */
  root?: string;
  system?: string;
}

export function openRecord(source: RecordSource): JudgeRecord {
  const { library, work, root = repository, system = runtime() } = source;
  if (!source.remember) return forgetful;
  const shared = once(() => fingerprint(root, sharedInputs));
  const file = ({ id }: Subject) => join(work, 'record', `${id}.json`);
  const hashes = new Map<string, Promise<string>>();
  const newHash = async (subject: Subject) =>
    subjectHash(subject, library, root, [await shared(), system]);
  const hashFor = (subject: Subject) => {
    const known = hashes.get(subject.id) ?? newHash(subject);
    hashes.set(subject.id, known);
    return known;
  };
  return {
    passed: async (subject) => {
      if (source.fresh) return new Set();
      const text = await readIfThere(file(subject));
      const entry = text === null ? null : (JSON.parse(text) as Entry);
      return new Set(entry?.hash === (await hashFor(subject)) ? entry.passed : []);
    },
    keep: async (subject, checks) => {
      const entry: Entry = { hash: await hashFor(subject), passed: [...checks].sort() };
      await mkdir(dirname(file(subject)), { recursive: true });
      await writeFile(file(subject), `${JSON.stringify(entry)}\n`);
    },
  };
}

/** Everything that a verdict about the module depends on. */
export async function subjectHash(
  subject: Subject,
  library: Library,
  root: string,
  shared: readonly string[],
): Promise<string> {
  const neighbours = neighbourFolders(subject, library);
  const folders = await Promise.all(neighbours.map((folder) => fingerprint(folder, ['.'])));
  const names = [...library.catalogue.modules.values()].map(
    ({ id, manifest }) => `${id} ${JSON.stringify(manifest.provides)} ${manifest.always}`,
  );
  const texts = await fingerprint(root, ['.changeset', `docs/catalogue/${subject.id}.md`]);
  const { tag, commit } = await releaseOf(subject.folder, subject.id);
  return hashOf([...shared, ...folders, ...names.sort(), texts, tag, commit]);
}

/** The module's folder, and those of all modules that its servers have; of one that does not render, its own. */
function neighbourFolders(subject: Subject, { folders }: Library): string[] {
  const ids = new Set([subject.id, ...chosenIds(subject)]);
  return [...ids].sort().map((id) => folders.get(id) ?? '');
}

function chosenIds(subject: Subject): string[] {
  try {
    return subject
      .servers()
      .flatMap(({ resolution }) => resolution.modules.map(({ module }) => module.id));
  } catch {
    return [];
  }
}
