import { parseConcepts, readConcepts, type Said, type Span } from '../text/concepts.ts';
import { harmNames, harmRules, protection } from '../vocabulary/harm.ts';
import { harmWords } from '../vocabulary/harm-words.ts';
import { rows } from '../vocabulary/parse-lines.ts';
import { quote, type Reading } from './reading.ts';

const concepts = parseConcepts(harmWords, harmNames, harmRules, protection);
const rules = rows(harmRules).map(([name = '']) => name);
const names = ['by name', 'by name elsewhere'];

/** The words that ask for harm, unless the server is to protect from it. */
export function findHarm(reading: Reading): string | undefined {
  const said = readConcepts(concepts, reading.tokens);
  const named = names.flatMap(said).filter((span) => !isExcused(reading, said, span, around));
  const done = rules
    .filter((rule) => rule !== 'sells what is forbidden' || said('lawful trade').length === 0)
    .flatMap(said)
    .filter((span) => abuses(said, span) || !isExcused(reading, said, span, leading));
  const [harm] = [...named, ...done];
  return harm && quote(reading, harm);
}

/** How many words before and behind a harm excuse it. */
interface Reach {
  before: number;
  behind: number;
}
const around: Reach = { before: 12, behind: 12 };
const leading: Reach = { before: 4, behind: 3 };

function isExcused({ tokens }: Reading, said: Said, harm: Span, { before, behind }: Reach) {
  const isNear = ({ start }: Span, end: number) =>
    tokens[start]?.sentence === tokens[harm.start]?.sentence &&
    start >= harm.start - before &&
    start < end;
  return (
    said('dealing with it').some((shield) => isNear(shield, harm.end + behind)) ||
    said('kept from it').some((shield) => isNear(shield, harm.end))
  );
}

/** “bypass fraud detection”, “reported until banned”: what is abused protects nobody. */
const abuses = (said: Said, { start }: Span): boolean =>
  ['evades checks', 'bothers people'].flatMap(said).some((abuse) => abuse.start === start);
