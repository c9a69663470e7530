import { describe, expect, test } from 'vitest';
import { parseConcepts, readConcepts } from '../../src/llm/offline/text/concepts.ts';
import { markNegations } from '../../src/llm/offline/text/negation.ts';
import { tokenize } from '../../src/llm/offline/text/tokenize.ts';

const concepts = parseConcepts(
  'steal | steal*, take away | украд*\nkeys | key, password* | парол*',
  'thief | @steal + @keys\nfast thief | @steal > @keys\nno keys | -@keys\nany keys | ~@keys\nexact | =keys',
  'web | #web-*',
);
const said = (concept: string, text: string) => {
  const tokens = markNegations(tokenize(text));
  return readConcepts(
    concepts,
    tokens,
  )(concept).map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
};

describe('a concept', () => {
  test.each([
    ['thief', 'it steals all the passwords', ['steals all the passwords']],
    ['thief', 'passwords that it steals', ['passwords that it steals']],
    ['thief', 'украдёт твои пароли', ['украдёт твои пароли']],
    ['thief', 'it steals. A password is set', []],
    ['thief', 'it steals no passwords', []],
    ['fast thief', 'passwords that it steals', []],
    ['fast thief', 'steals one two three four keys', []],
    ['no keys', 'without keys', ['keys']],
    ['no keys', 'with keys', []],
    ['any keys', 'no keys', ['keys']],
    ['exact', 'key', []],
    ['exact', 'keys', ['keys']],
  ])('%s in “%s”: %j', (concept, text, found) => expect(said(concept, text)).toEqual(found));

  test('can be a feature', () => {
    const feature = { start: 1, end: 2, negated: false, means: { label: 'web-x' } };
    const found = readConcepts(concepts, tokenize('a b c'), [feature])('web');
    expect(found).toEqual([feature]);
  });

  test('that is not in the tables is an error', () =>
    expect(() => parseConcepts('a | @b')).toThrow('There is no concept b.'));
});
