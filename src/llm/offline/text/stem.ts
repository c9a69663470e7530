import pluralize from 'pluralize';
import { newStemmer } from 'snowball-stemmers';

const russianStemmer = newStemmer('russian');
const english = newStemmer('english');
const isRussian = (word: string) => /\p{Script=Cyrillic}/u.test(word);

/** The stemmer takes «запись» for a reflexive verb and cuts «-ись» off. */
const russian = (word: string) => russianStemmer.stem(word.replace(/пись(ю?)$/, 'писи'));

/** One family of words, one stem. */
export const stem = (word: string): string =>
  isRussian(word) ? russian(word) : english.stem(word);

/** One noun, one lemma. */
export const lemma = (word: string): string =>
  isRussian(word) ? russian(word) : pluralize.singular(word);
