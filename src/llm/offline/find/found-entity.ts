import type { Field } from '../../../core/plan/entity.ts';
import type { Noun } from '../vocabulary/noun.ts';

/** An entity that the request speaks of. */
export interface FoundEntity {
  name: string;
  /** Null for a word that the dictionary does not have. */
  noun: Noun | null;
  /** Named in the text; empty when the text names none. */
  fields: readonly Field[];
  /** Number of the first token that names it. */
  at: number;
}

/** One `from`, many `to`, as the text says. */
export interface FoundRelation {
  from: string;
  to: string;
}
