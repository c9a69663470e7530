import type { Language } from '../../../core/plan/plan.ts';
import { exactPhrase, type Phrase, phrase } from '../text/phrases.ts';
import { wordsElsewhere } from './features-elsewhere.ts';
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

const elsewhere = new Map(rows(wordsElsewhere).map(([label = '', words]) => [label, list(words)]));

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

const byLabel = new Map(table.map(({ feature }) => [feature.label, feature]));
export const featureLabelled = (label: string): Feature | undefined => byLabel.get(label);

export const featurePhrases: readonly Phrase<Feature>[] = table.flatMap(({ feature, words }) => [
  ...words.map((text) => phrase(text, feature)),
  ...(elsewhere.get(feature.label) ?? []).map((text) => exactPhrase(text, feature)),
]);
