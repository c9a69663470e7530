import { list, rows } from '../vocabulary/parse-lines.ts';
import { exactPhrase, matchPhrases, type Phrase, phrase } from './phrases.ts';
import type { Token } from './token.ts';

/** A place in the text, by token numbers (`end` is exclusive). */
export interface Span {
  start: number;
  end: number;
  /** Said not to be wanted. */
  negated: boolean;
}

/**
 * Concepts are written as tables: `name | ways to say it | more ways | …`, the ways between commas.
 * A way is words as in phrases (`job queue`, `docker*`), `=words` in no other form, `@name` for another concept or `#label` for
 * a feature (`#bot-*` for all that begin so); `-` before it asks for it ruled out, `~` takes it both
 * ways. `a + b` are both near each other in one sentence, `a > b` says that b soon follows a.
 */
export interface Concepts {
  ways: ReadonlyMap<string, readonly Way[]>;
  phrases: readonly Phrase<string>[];
}

interface Part {
  kind: '@' | '#' | '';
  name: string;
  wanted: '-' | '~' | '';
}
interface Step extends Part {
  how: '+' | '>';
}
interface Way {
  first: Part;
  then: readonly Step[];
}

/** How many other words may stand between two parts. */
const reach = { '+': 9, '>': 3 };

export function parseConcepts(...tables: readonly string[]): Concepts {
  const lines = tables.flatMap(rows);
  const ways = new Map(
    lines.map(([name = '', ...cells]) => [name, cells.flatMap(list).map(parseWay)]),
  );
  const parts = [...ways.values()].flat().flatMap(({ first, then }) => [first, ...then]);
  const words = parts.filter(({ kind }) => kind === '').map(({ name }) => name);
  const unknown = parts.find(({ kind, name }) => kind === '@' && !ways.has(name));
  if (unknown) throw new Error(`There is no concept ${unknown.name}.`);
  return { ways, phrases: [...new Set(words)].map(toPhrase) };
}

const toPhrase = (text: string): Phrase<string> =>
  text.startsWith('=') ? exactPhrase(text.slice(1), text) : phrase(text, text);

function parseWay(text: string): Way {
  const [first = '', ...rest] = text.split(/\s+([+>])\s+/);
  const then = rest.flatMap((how, at): Step[] =>
    at % 2 === 0 ? [{ how: how as Step['how'], ...parsePart(rest[at + 1] ?? '') }] : [],
  );
  return { first: parsePart(first), then };
}

function parsePart(text: string): Part {
  const [, wanted = '', kind = '', name = ''] = /^([-~]?)([@#]?)(.*)$/.exec(text) ?? [];
  return { wanted: wanted as Part['wanted'], kind: kind as Part['kind'], name };
}

/** What a text says: the places of a concept, from left to right. */
export type Said = (concept: string) => readonly Span[];

/** Each concept is looked for when it is first asked for. */
export function readConcepts(
  { ways, phrases }: Concepts,
  tokens: readonly Token[],
  features: readonly (Span & { means: { label: string } })[] = [],
): Said {
  const words = Map.groupBy(matchPhrases(tokens, phrases, 'stem'), ({ means }) => means);
  const known = new Map<string, readonly Span[]>();
  const places = ({ kind, name, wanted }: Part): readonly Span[] => {
    const found =
      kind === '@' ? said(name) : kind === '#' ? featured(features, name) : (words.get(name) ?? []);
    if (wanted === '') return found;
    return found
      .filter(({ negated }) => wanted === '~' || negated)
      .map(({ start, end }) => ({ start, end, negated: false }));
  };
  const said: Said = (name) => {
    const ready = known.get(name);
    if (ready) return ready;
    const found = (ways.get(name) ?? []).flatMap(({ first, then }) =>
      then.reduce((spans, step) => join(tokens, spans, step, places(step)), places(first)),
    );
    known.set(name, found);
    return found;
  };
  return (name) =>
    said(name)
      .filter(({ negated }) => !negated)
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

const featured = (features: readonly (Span & { means: { label: string } })[], name: string) =>
  features.filter(({ means: { label } }) =>
    name.endsWith('*') ? label.startsWith(name.slice(0, -1)) : label === name,
  );

/** For each span the nearest other one on each side, so that the work grows with the text only. */
function join(
  tokens: readonly Token[],
  spans: readonly Span[],
  { how }: Step,
  others: readonly Span[],
): Span[] {
  const wanted = others.filter(({ negated }) => !negated);
  if (wanted.length === 0) return [];
  const byStart = Map.groupBy(wanted, ({ start }) => start);
  const byEnd = Map.groupBy(wanted, ({ end }) => end);
  const sentence = (at: number) => tokens[at]?.sentence;
  const nearest = (from: number, step: 1 | -1, ends: ReadonlyMap<number, Span[]>, at: number) => {
    for (let gap = 0; gap <= reach[how]; gap += 1) {
      const span = ends.get(from + gap * step)?.[0];
      if (span) return sentence(span.start) === sentence(at) ? [span] : [];
    }
    return [];
  };
  return spans
    .filter(({ negated }) => !negated)
    .flatMap(({ start, end }) =>
      [
        ...nearest(end, 1, byStart, start),
        ...(how === '+' ? nearest(start, -1, byEnd, start) : []),
      ].map((other) => ({
        start: Math.min(start, other.start),
        end: Math.max(end, other.end),
        negated: false,
      })),
    );
}
