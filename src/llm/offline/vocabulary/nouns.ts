import { exactPhrase, type Phrase, phrase } from '../text/phrases.ts';
import type { Noun } from './noun.ts';
import { commerceNouns } from './nouns-commerce.ts';
import { contentNouns } from './nouns-content.ts';
import { nounsElsewhere } from './nouns-elsewhere.ts';
import { peopleNouns } from './nouns-people.ts';
import { thingNouns } from './nouns-things.ts';
import { parseField } from './parse-field.ts';
import { list, rows, words } from './parse-lines.ts';

const elsewhere = new Map(rows(nounsElsewhere).map(([name = '', words]) => [name, list(words)]));

export const nouns: readonly Noun[] = [commerceNouns, contentNouns, peopleNouns, thingNouns]
  .flatMap(rows)
  .map(([head = '', en, ru, fields, belongsTo, manyToMany]) => ({
    name: head.replaceAll(/[@~+]/g, ''),
    personal: head.includes('@'),
    shown: head.includes('+'),
    person: head.includes('~'),
    words: [...list(en), ...list(ru)],
    fields: words(fields).map(parseField),
    belongsTo: words(belongsTo),
    manyToMany: words(manyToMany),
  }));

const byName = new Map(nouns.map((noun) => [noun.name, noun]));
export const nounNamed = (name: string): Noun | undefined => byName.get(name);

export const nounPhrases: readonly Phrase<Noun>[] = nouns.flatMap((noun) => [
  ...noun.words.map((text) => phrase(text, noun)),
  ...(elsewhere.get(noun.name) ?? []).map((text) => exactPhrase(text, noun)),
]);
