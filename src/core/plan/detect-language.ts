import { eld } from 'eld/small';
import type { Language } from './plan.ts';

/** The language to answer in: Russian for Russian, English for everything else. */
export function detectLanguage(text: string): Language {
  const prose = text.replaceAll(/`[^`]*`|https?:\S+/g, ' ');
  const cyrillic = prose.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  if (cyrillic * 5 < letters || cyrillic === 0) return 'en';
  const { language } = eld.detect(prose);
  return otherCyrillic.has(language) && /[іїєґўјљњћџѓќ]/i.test(prose) ? 'en' : 'ru';
}

/** The detector guesses wildly on three words, so a letter that Russian lacks must agree. */
const otherCyrillic = new Set(['uk', 'be', 'bg', 'sr', 'mk']);
