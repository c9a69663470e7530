import type { Plan } from '../../../core/plan/plan.ts';
import { findNouns } from '../find/find-nouns.ts';
import { quote } from '../find/reading.ts';
import type { Findings } from './findings.ts';
import { sentences } from './sentences.ts';

const longWord = 4;
const enoughWords = 3;
const longest = 120;

/** Whole sentences in which nothing was recognised, so that none is passed over in silence. */
export function listNotUnderstood(findings: Findings): Plan['uncovered'] {
  const { reading, blueprints, entities } = findings;
  const read = new Set(
    [
      ...[...reading.features, ...findNouns(reading), ...blueprints].map(({ start }) => start),
      ...entities.map(({ at }) => at),
    ].map((at) => reading.tokens[at]?.sentence),
  );
  const numbered = [...reading.tokens.entries()];
  return [...Map.groupBy(numbered, ([, { sentence }]) => sentence)]
    .filter(([number, words]) => !read.has(number) && saysMuch(words.map(([, { raw }]) => raw)))
    .map(([, words]) => {
      const start = words[0]?.[0] ?? 0;
      const part = quote(reading, { start, end: start + words.length });
      return sentences[reading.language].notUnderstood(shorten(part));
    });
}

const saysMuch = (words: readonly string[]) =>
  words.filter(({ length }) => length >= longWord).length >= enoughWords;

const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
