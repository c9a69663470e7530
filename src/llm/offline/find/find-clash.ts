import type { Language } from '../../../core/plan/plan.ts';
import type { Said, Span } from '../text/concepts.ts';
import type { Mention } from '../text/phrases.ts';
import { exclusiveChoices, plainThings } from '../vocabulary/exclusive-choices.ts';
import type { Feature } from '../vocabulary/features.ts';
import type { Reading } from './reading.ts';

export interface Clash {
  halves: readonly Span[];
  why: Record<Language, string>;
}

const whyOnly = {
  en: 'only one of them leaves no room for the other',
  ru: 'если только одно из двух, другому нет места',
};
const whyBoth = {
  en: 'the same thing is asked for and ruled out',
  ru: 'одно и то же и нужно, и запрещено',
};

/** The same thing asked for and ruled out, or another thing beside the only one. */
export function findClash(reading: Reading, said: Said): Clash | undefined {
  const firm = reading.features.filter((feature) => !isForSome(reading, said, feature));
  const asked = firm.filter(({ negated }) => !negated);
  for (const one of firm.filter(({ means }) => plainThings.test(means.label))) {
    const other = asked.find(({ means }) => means === one.means);
    if (one.negated && isDenied(reading, one) && other && isApart(one, other))
      return { halves: [one, other], why: whyBoth };
  }
  for (const [sole, others] of exclusiveChoices) {
    const only = asked.find((one) => sole.test(one.means.label) && isOnly(said, one));
    const other = asked.find(({ means }) => others.test(means.label) && means !== only?.means);
    if (only && other) return { halves: [only, other], why: whyOnly };
  }
  return;
}

/** “SQLite for development”, “later MongoDB”: said of a part, so both may hold. */
const isForSome = ({ tokens }: Reading, said: Said, { start }: Mention<Feature>): boolean =>
  said('for some').some((scope) => tokens[scope.start]?.sentence === tokens[start]?.sentence);

/** The “no” stands right before the name and is not carried on from further back. */
const isDenied = ({ tokens }: Reading, { start }: Span): boolean =>
  !tokens[start - 1]?.negated || !tokens[start - 2]?.negated;

const isApart = (one: Span, other: Span): boolean =>
  other.end + 2 < one.start || one.end + 2 < other.start;

/** “only Kafka”, “Kafka only”, “Kafka is the only broker”. */
const isOnly = (said: Said, { start, end }: Span): boolean =>
  said('only').some(
    (only) => [start, start - 1].includes(only.end) || [end, end + 1].includes(only.start),
  );
