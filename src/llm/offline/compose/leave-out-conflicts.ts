import type { Plan } from '../../../core/plan/plan.ts';
import type { Findings } from './findings.ts';
import { sentences } from './sentences.ts';

type Part = Pick<Plan, 'modules' | 'roles' | 'uncovered'>;

/** What a chosen module cannot stand beside stays out, and the reader is told; roles go with their module. */
export function leaveOutConflicts({ catalogue, reading }: Findings, part: Part): Part {
  const titleOf = (id: string) => catalogue.modules.get(id)?.manifest.title ?? id;
  const barred = new Map(
    part.modules.flatMap(({ id }) =>
      (catalogue.modules.get(id)?.manifest.conflicts ?? []).map((conflict) => [
        conflict.module,
        { beside: id, why: conflict.why[reading.language] },
      ]),
    ),
  );
  const providers = [...catalogue.modules.values()]
    .filter(({ manifest }) => manifest.provides.permissions)
    .map(({ id }) => id);
  const hasRoles = providers.some((id) => !barred.has(id));
  const left = part.modules.filter(({ id }) => barred.has(id)).map(({ id }) => id);
  const all = new Set([...left, ...(part.roles.length > 0 && !hasRoles ? providers : [])]);
  const tell = (id: string, { beside, why }: { beside: string; why: string }) =>
    sentences[reading.language].doesNotFit(titleOf(id), titleOf(beside), why);
  return {
    modules: part.modules.filter(({ id }) => !barred.has(id)),
    roles: hasRoles ? part.roles : [],
    uncovered: [
      ...[...barred].filter(([id]) => all.has(id)).map(([id, reason]) => tell(id, reason)),
      ...part.uncovered,
    ],
  };
}
