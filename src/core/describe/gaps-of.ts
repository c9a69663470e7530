import { meetsCondition } from '../manifest/meets-condition.ts';
import type { Language, Uncovered } from '../plan/plan.ts';
import type { Resolution } from '../resolve/resolution.ts';

/** What the modules of this server leave out, in the reader's language. */
export const gapsOf = ({ modules, providers }: Resolution, language: Language): Uncovered[] =>
  modules.flatMap(({ module }) =>
    module.manifest.gaps
      .filter(({ when }) => when === undefined || meetsCondition(when, providers))
      .map((gap) => gap[language]),
  );
