import type { Finding } from './finding.ts';
import type { Library } from './library.ts';
import type { Report } from './report.ts';

const check = { id: 'manifest', title: 'the manifest is valid and consistent' };

/** What is to be said of a module that cannot be read. */
export function unreadable(id: string, { broken }: Library, report: Report): Finding[] {
  const mistake = broken.get(id);
  const finding: Finding = {
    check: check.id,
    where: `modules/${id}/package.json`,
    what: mistake ?? 'there is no such module',
    fix: mistake
      ? 'write what schemas/manifest.schema.json asks for'
      : 'name a folder of modules/, or give the folder that holds it: --from <folder>',
  };
  report({ id, check, findings: [finding], milliseconds: 0, note: null });
  return [finding];
}
