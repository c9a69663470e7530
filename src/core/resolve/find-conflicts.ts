import { type Problem, problem } from '../errors/problem.ts';
import type { ChosenModule } from './resolution.ts';

/** Modules that must not meet, and slots that two modules want. */
export function findConflicts(chosen: readonly ChosenModule[]): Problem[] {
  return [...declaredConflicts(chosen), ...slotConflicts(chosen)];
}

function declaredConflicts(chosen: readonly ChosenModule[]): Problem[] {
  const ids = new Set(chosen.map(({ module }) => module.id));
  return chosen.flatMap(({ module: { id, manifest } }) =>
    manifest.conflicts
      .filter((conflict) => ids.has(conflict.module))
      .map(({ module, why }) =>
        problem('module.conflict', { a: id, b: module, whyEn: why.en, whyRu: why.ru }),
      ),
  );
}

function slotConflicts(chosen: readonly ChosenModule[]): Problem[] {
  const holders = new Map<string, string>();
  return chosen.flatMap(({ module: { id, manifest } }) => {
    if (!manifest.slot) return [];
    const holder = holders.get(manifest.slot);
    holders.set(manifest.slot, holder ?? id);
    return holder ? [problem('slot.taken', { slot: manifest.slot, a: holder, b: id })] : [];
  });
}
