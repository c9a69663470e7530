import type { Role } from '../../../core/plan/role.ts';
import { findPhrases, type Mention } from '../text/phrases.ts';
import type { Token } from '../text/token.ts';
import { clauseEnds, managing, rolePhrases } from '../vocabulary/role-words.ts';
import { findNouns } from './find-nouns.ts';
import type { FoundEntity } from './found-entity.ts';
import { quote, type Reading } from './reading.ts';

/** A role, what it manages, and the words that say so. */
export type FoundRole = Pick<Role, 'name' | 'manages'> & { words: string };

/** “Editors can manage posts and tags”: somebody with a role, a verb of managing, entities. */
export function findRoles(reading: Reading, entities: readonly FoundEntity[]): FoundRole[] {
  const named = namedAt(reading, entities);
  const mentions = findPhrases(reading.tokens, rolePhrases, 'stem');
  return mentions.flatMap((mention) => {
    const next = mentions.find(({ start }) => start > mention.start)?.start;
    const { from, to } = clauseBehind(reading, mention, next ?? reading.tokens.length);
    const manages = [...named].filter(([at]) => at >= from && at < to).map(([, name]) => name);
    if (mention.negated || manages.length === 0) return [];
    const words = quote(reading, { start: mention.start, end: to });
    return [{ name: mention.means, manages: [...new Set(manages)], words }];
  });
}

/** Where entities are named, by number of the token. */
const namedAt = (reading: Reading, entities: readonly FoundEntity[]): Map<number, string> =>
  new Map([
    ...entities.map(({ at, name }) => [at, name] as const),
    ...findNouns(reading).map(({ start, means }) => [start, means.name] as const),
  ]);

/** A verb stands near its subject, and what it is done to soon after. */
const [nearVerb, longestClause] = [4, 8];

/** The tokens behind the verb; none where there is no verb, or it is ruled out. */
function clauseBehind({ tokens }: Reading, { start, end }: Mention<string>, next: number) {
  const sentence = tokens[start]?.sentence;
  const here = (at: number) => at < next && tokens[at]?.sentence === sentence;
  const near = Array.from({ length: nearVerb }, (_, index) => end + index).filter(here);
  const verb = near.find((at) => managing.test(tokens[at]?.lower ?? ''));
  const isDenied = near.some((at) => at <= (verb ?? 0) && denies(tokens[at]));
  if (verb === undefined || isDenied) return { from: 0, to: 0 };
  let to = verb + 1;
  while (to <= verb + longestClause && here(to) && !clauseEnds.has(tokens[to]?.lower ?? ''))
    to += 1;
  return { from: verb + 1, to };
}

const denies = (token: Token | undefined) =>
  token?.negated || /^(cannot|can't|not|never|не|нельзя)$/.test(token?.lower ?? '');
