import type { CatalogueData } from '../../src/core/manifest/module.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import type { Resolution } from '../../src/core/resolve/resolution.ts';

export interface PlanLabels {
  /** What the plan chose, and what it says is not covered. */
  chosen: ReadonlySet<string>;
  /** What the resolver added by itself: never wrong, and enough where it is required. */
  added: ReadonlySet<string>;
}

/** A part of the request that is told to be missing counts if really nothing answers it. */
export function labelsOf(
  plan: Plan,
  { modules }: Resolution,
  catalogue: CatalogueData,
): PlanLabels {
  const labels = (kinds: readonly string[]) =>
    modules
      .filter(({ cause }) => kinds.includes(cause.kind))
      .flatMap(({ module }) => module.manifest.labels);
  const answered = new Set(
    [...catalogue.modules.values()].flatMap(({ manifest }) => manifest.labels),
  );
  const missing = plan.uncovered.flatMap(({ topic }) =>
    topic && !answered.has(topic) ? [topic] : [],
  );
  const chosen = new Set([...labels(['plan']), ...missing]);
  const added = labels(['always', 'required']).filter((label) => !chosen.has(label));
  return { chosen, added: new Set(added) };
}
