import type { Language } from '../../../core/plan/plan.ts';
import type { Mention } from '../text/phrases.ts';
import type { Token } from '../text/token.ts';
import type { Feature } from '../vocabulary/features.ts';

/** A request as the offline planner has read it. */
export interface Reading {
  /** Normalised; the offsets of the tokens are of this text. */
  text: string;
  language: Language;
  tokens: readonly Token[];
  features: readonly Mention<Feature>[];
  /** Needed by what is asked for, without being named. */
  implied: readonly Mention<Feature>[];
}

/** The words of the request at a mention, as they were written. */
export const quote = (
  { text, tokens }: Pick<Reading, 'text' | 'tokens'>,
  { start, end }: { start: number; end: number },
): string => text.slice(tokens[start]?.start, tokens[end - 1]?.end);
