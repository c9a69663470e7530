import type { Language, Uncovered } from '../plan/plan.ts';
import type { Resolution } from '../resolve/resolution.ts';

/** What the modules of this server leave out, in the reader's language. */
export const gapsOf = ({ modules }: Resolution, language: Language): Uncovered[] =>
  modules.flatMap(({ module }) => module.manifest.gaps.map((gap) => gap[language]));
