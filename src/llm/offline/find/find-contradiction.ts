import { type Problem, problem } from '../../../core/errors/problem.ts';
import { parseConcepts, readConcepts, type Said, type Span } from '../text/concepts.ts';
import { contradictionSides } from '../vocabulary/contradiction-sides.ts';
import { type Contradiction, contradictions } from '../vocabulary/contradictions.ts';
import { findClash } from './find-clash.ts';
import { findLostRecords } from './find-lost-records.ts';
import type { FoundEntity } from './found-entity.ts';
import { quote, type Reading } from './reading.ts';

const concepts = parseConcepts(contradictionSides);

/** Two halves of the request that exclude each other, quoted. */
export function findContradiction(
  reading: Reading,
  entities: readonly FoundEntity[],
): Problem | undefined {
  const said = readConcepts(concepts, reading.tokens, reading.features);
  for (const contradiction of contradictions) {
    const halves = findHalves(reading, said, contradiction);
    if (halves) return asProblem(reading, halves, contradiction.why[reading.language]);
  }
  const clash = findClash(reading, said) ?? findLostRecords(reading, said, entities);
  return clash && asProblem(reading, clash.halves, clash.why[reading.language]);
}

function findHalves(
  { tokens }: Reading,
  said: Said,
  { first, second, unless }: Contradiction,
): Span[] | undefined {
  if (said(unless).length > 0) return;
  const exceptions = said('not for all');
  const soon = new Set(said('for the time being').map(({ start }) => tokens[start]?.sentence));
  const isForSome = ({ start, end }: Span) =>
    soon.has(tokens[start]?.sentence) ||
    exceptions.some((exception) => exception.start >= end && exception.start <= end + 1);
  for (const one of said(first).filter((span) => !isForSome(span)))
    for (const other of said(second))
      if (other.end <= one.start || one.end <= other.start) return [one, other];
  return;
}

/** Takes the “no” along that stands before the words. */
function withCue({ tokens }: Reading, { start, end }: Span): { start: number; end: number } {
  if (!tokens[start]?.negated) return { start, end };
  let from = start;
  while (from > 0 && tokens[from - 1]?.negated) from -= 1;
  return { start: Math.max(0, from - 1), end };
}

function asProblem(reading: Reading, halves: readonly Span[], why: string): Problem {
  const [first = '', second = ''] = halves
    .toSorted((a, b) => a.start - b.start)
    .map((half) => quote(reading, withCue(reading, half)));
  return problem('request.contradiction', { first, second, why });
}
