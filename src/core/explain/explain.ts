import { findModules } from '../catalogue/find-modules.ts';
import type { CatalogueData } from '../manifest/module.ts';
import type { Language } from '../plan/plan.ts';
import { Lock } from '../render/lock.ts';
import { fillTemplate } from '../render/template.ts';
import { nearestName } from '../resolve/nearest-name.ts';
import { explainFile } from './explain-file.ts';
import { explainModule } from './explain-module.ts';

export interface Question {
  /** The id of a module or the path of a file, as somebody wrote it. */
  subject: string;
  language: Language;
  catalogue: CatalogueData;
  /** The repository's files: path -> git blob id. */
  files: ReadonlyMap<string, string>;
  /** The text of its `sotacode.lock.json`, if there is one. */
  lock: string | null;
}

const longest = 200;

/** What a module does, or where a file comes from, as Markdown. */
export function explain(question: Question): string {
  const { catalogue, language } = question;
  const subject = cleaned(question.subject);
  const module = catalogue.modules.get(subject);
  const lock = readLock(question.lock);
  if (module) return explainModule(module, { language, catalogue, lock });
  const path = findPath(subject, question.files);
  if (path) return explainFile(path, { ...question, lock });
  return notFound(subject, { language, catalogue, paths: [...question.files.keys()] });
}

/** Code marks, a leading slash and what follows the first word are no part of a name. */
const cleaned = (text: string): string =>
  (text.trim().split(/\s/)[0] ?? '')
    .replaceAll('`', '')
    .replace(/^\.?\/+/, '')
    .slice(0, longest);

function readLock(text: string | null): Lock | null {
  try {
    return Lock.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** The file that is meant: by its path, or by its end when only one path ends so. */
function findPath(subject: string, files: Question['files']): string | undefined {
  if (files.has(subject) || subject === '') return files.has(subject) ? subject : undefined;
  const ending = [...files.keys()].filter((path) => path.endsWith(`/${subject}`));
  return ending.length === 1 ? ending[0] : undefined;
}

interface Near {
  language: Language;
  catalogue: CatalogueData;
  paths: string[];
}

function notFound(subject: string, { language, catalogue, paths }: Near): string {
  const ids = [...catalogue.modules.keys()];
  const found = subject === '' ? [] : findModules(subject, catalogue, language);
  const near = nearestName(subject, [...ids, ...paths.slice(0, 2000)]) ?? found[0]?.id;
  return fillTemplate(catalogue.messages.get(`not-found.${language}.md.hbs`) ?? '', {
    subject: subject.replaceAll(/[^\p{L}\p{N}./_-]/gu, ''),
    near,
  });
}
