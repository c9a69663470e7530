import type { Language } from '../../../core/plan/plan.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import { platformFeatures } from './features-platform.ts';
import { productFeatures } from './features-product.ts';
import { list, rows } from './parse-lines.ts';

/** Something that back ends are known to do, whether or not a module does it. */
export interface Feature {
  /** The label that manifests use for it. */
  label: string;
  title: Record<Language, string>;
  advice: Record<Language, string>;
}

const anyAdvice: Record<Language, string> = {
  en: 'No module covers this yet; add it outside src/modules, where upgrades leave your code alone.',
  ru: 'Модуля для этого пока нет; добавьте код вне src/modules — обновления его не тронут.',
};

const table = [platformFeatures, productFeatures]
  .flatMap(rows)
  .map(([label = '', en = '', ru = '', wordsEn, wordsRu, adviceEn, adviceRu]) => ({
    feature: {
      label,
      title: { en, ru },
      advice: { en: adviceEn || anyAdvice.en, ru: adviceRu || anyAdvice.ru },
    } satisfies Feature,
    words: [...list(wordsEn), ...list(wordsRu)],
  }));

export const features: readonly Feature[] = table.map(({ feature }) => feature);

export const featurePhrases: readonly Phrase<Feature>[] = table.flatMap(({ feature, words }) =>
  words.map((text) => phrase(text, feature)),
);
