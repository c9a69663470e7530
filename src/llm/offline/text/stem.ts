import pluralize from 'pluralize';
import { newStemmer } from 'snowball-stemmers';

const russianStemmer = newStemmer('russian');
const english = newStemmer('english');
const isRussian = (word: string) => /\p{Script=Cyrillic}/u.test(word);

/** The stemmer takes «запись» for a reflexive verb and cuts «-ись» off. */
const russian = (word: string) => russianStemmer.stem(word.replace(/пись(ю?)$/, 'писи'));

/** Requests repeat their words, and stemming is what reading them costs. */
function remembered(find: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const ready = known.get(word);
    if (ready !== undefined) return ready;
    if (known.size >= 20_000) known.clear();
    const found = find(word);
    known.set(word, found);
    return found;
  };
}

/** One family of words, one stem. */
export const stem = remembered((word) => (isRussian(word) ? russian(word) : english.stem(word)));

/** One noun, one lemma. */
export const lemma = remembered((word) =>
  isRussian(word) ? russian(word) : pluralize.singular(word),
);
