import { rm } from 'node:fs/promises';
import { checkIds } from '../catalogue/checks.ts';
import type { Finding } from '../catalogue/finding.ts';
import { judge } from '../catalogue/judge.ts';
import { applyMutant, type BrokenCatalogue } from './apply-mutant.ts';
import type { Mutant } from './mutant.ts';
import { told } from './told.ts';

/** What became of a mutant. */
export interface Fate {
  mutant: Mutant;
  /** Null when it survived. */
  caught: { check: string; message: string; namesPlace: boolean } | null;
  milliseconds: number;
}

/** Judges the broken module by the checks that should see it, and by all others if they do not. */
export async function judgeMutant(mutant: Mutant): Promise<Fate> {
  const start = performance.now();
  const broken = await applyMutant(mutant);
  try {
    const found = await findings(mutant, broken, mutant.by);
    const all = found.length > 0 ? found : await findings(mutant, broken, othersThan(mutant.by));
    return { mutant, caught: catchOf(all, mutant), milliseconds: performance.now() - start };
  } finally {
    await rm(broken.root, { recursive: true, force: true });
  }
}

const findings = ({ judged }: Mutant, broken: BrokenCatalogue, checks: readonly string[]) =>
  judge({
    ids: [judged],
    from: broken.modules,
    checks,
    ...(broken.templates === undefined ? {} : { templates: broken.templates }),
  });

const othersThan = (checks: readonly string[]) => checkIds.filter((id) => !checks.includes(id));

/** Of all messages the first that names the place, or else the first. */
function catchOf(found: readonly Finding[], { names }: Mutant): Fate['caught'] {
  const isNamed = ({ where, what }: Finding) => `${where} ${what}`.includes(names);
  const best = found.find(isNamed) ?? found[0];
  if (!best) return null;
  return { check: best.check, message: told(best), namesPlace: isNamed(best) };
}
