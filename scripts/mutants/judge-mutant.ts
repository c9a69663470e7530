import { rm } from 'node:fs/promises';
import { checkIds } from '../catalogue/checks.ts';
import type { Finding } from '../catalogue/finding.ts';
import { type Judgement, judge, workOf } from '../catalogue/judge.ts';
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

/**
 * Judges the broken module by the checks that should see it, in its smallest server and then in all;
 * and by all other checks if they do not.
 */
export async function judgeMutant(mutant: Mutant): Promise<Fate> {
  const start = performance.now();
  const broken = await applyMutant(mutant);
  try {
    const found = await firstFindings(mutant, broken);
    return { mutant, caught: catchOf(found, mutant), milliseconds: performance.now() - start };
  } finally {
    for (const folder of [broken.root, workOf(broken.modules)])
      await rm(folder, { recursive: true, force: true });
  }
}

type Round = Pick<Judgement, 'checks' | 'servers'>;

async function firstFindings(mutant: Mutant, broken: BrokenCatalogue): Promise<Finding[]> {
  const others = checkIds.filter((id) => !mutant.by.includes(id));
  const rounds: Round[] = [
    { checks: mutant.by, servers: ['alone'] },
    { checks: mutant.by },
    { checks: others },
  ];
  for (const round of rounds) {
    const { modules: from, templates } = broken;
    const found = await judge({
      ids: [mutant.judged],
      from,
      ...(templates === undefined ? {} : { templates }),
      ...round,
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Of all messages the first that names the place, or else the first. */
function catchOf(found: readonly Finding[], { names }: Mutant): Fate['caught'] {
  const isNamed = ({ where, what }: Finding) => `${where} ${what}`.includes(names);
  const best = found.find(isNamed) ?? found[0];
  if (!best) return null;
  return { check: best.check, message: told(best), namesPlace: isNamed(best) };
}
