import pluralize from 'pluralize';
import { newStemmer } from 'snowball-stemmers';

const russian = newStemmer('russian');
const english = newStemmer('english');
const isRussian = (word: string) => /\p{Script=Cyrillic}/u.test(word);

export const stem = (word: string): string => (isRussian(word) ? russian : english).stem(word);

export const lemma = (word: string): string =>
  isRussian(word) ? russian.stem(word) : pluralize.singular(word);
