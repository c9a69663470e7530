import type { CatalogueData } from '../manifest/module.ts';
import type { Language } from '../plan/plan.ts';
import { type Lock, lockPath } from '../render/lock.ts';
import { fillTemplate } from '../render/template.ts';
import { fileOrigin } from './file-origin.ts';

interface Around {
  language: Language;
  catalogue: CatalogueData;
  files: ReadonlyMap<string, string>;
  lock: Lock | null;
}

/** Who wrote a file of the repository, and whether somebody has edited it since. */
export function explainFile(path: string, { language, catalogue, files, lock }: Around): string {
  const written = lock?.files[path];
  const isLock = lock !== null && path.endsWith(lockPath);
  const origin = lock && written ? fileOrigin(path, lock, catalogue) : null;
  const module = origin?.kind === 'module' ? catalogue.modules.get(origin.id) : undefined;
  return fillTemplate(catalogue.messages.get(`file.${language}.md.hbs`) ?? '', {
    path,
    ours: written !== undefined,
    isLock,
    edited: written !== undefined && written !== files.get(path),
    entity: origin?.kind === 'entity' ? origin.name : undefined,
    shared: origin?.kind === 'shared',
    frame: origin?.kind === 'frame',
    module: module && {
      id: module.id,
      title: module.manifest.title,
      description: module.description,
      version: lock?.modules[module.id]?.version,
    },
  });
}
