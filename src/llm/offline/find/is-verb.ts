import type { Token } from '../text/token.ts';

/** Words that name both a record and what people do. */
const both = new Set(
  'book post like order vote comment watch rent repair return claim request review record host log bid form trade star test message'.split(
    ' ',
  ),
);
const subjects = new Set(
  'to can may could should must will would i we you they who people users everybody everyone let lets and or then'.split(
    ' ',
  ),
);
const objects = new Set(
  'it them to and or for on in their his her each another something links'.split(' '),
);

/** “people book rooms” does not keep books: a bare singular after a subject, or with an object. */
export function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.article || !both.has(token.lower)) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (isPreposition(token, after)) return true;
  const bareBefore = before !== undefined && token.before === '';
  if (bareBefore && subjects.has(before.lower))
    return !['and', 'or'].includes(before.lower) || hasObject(after);
  const plural = bareBefore && before.lower !== before.lemma;
  return (plural || !bareBefore) && hasObject(after);
}

/** “like Jira”, “like a wiki” */
const isPreposition = ({ lower }: Token, after: Token | undefined) =>
  lower === 'like' && after?.before === '' && !['and', 'or'].includes(after.lower);

const hasObject = (after: Token | undefined): boolean =>
  after !== undefined &&
  after.before === '' &&
  (after.article || objects.has(after.lower) || after.lower !== after.lemma);
