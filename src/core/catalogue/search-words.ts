import { newStemmer } from 'snowball-stemmers';

const english = newStemmer('english');
const russian = newStemmer('russian');

/** The stems of a text's words, so that “подписки” finds «подписка» and “payments” finds `payment`. */
export const searchWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    /\p{Script=Cyrillic}/u.test(word)
      ? russian.stem(word.replaceAll('ё', 'е'))
      : english.stem(word),
  );
