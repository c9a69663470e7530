import type { CatalogueData, Module } from '../manifest/module.ts';
import type { Language } from '../plan/plan.ts';
import { nearestName } from '../resolve/nearest-name.ts';
import { searchWords } from './search-words.ts';

/** Stem -> how much a module is about it. */
type Index = ReadonlyMap<string, number>;

/** Modules that score less than this share of the best one only happen to share a word with it. */
const noise = 0.2;
const mostWords = 12;

/**
 * The modules that a few words are about, the best first; all of them, by category and title, for
 * no words. Beginnings and misspellings of words count; the reader's language weighs more.
 */
export function findModules(words: string, catalogue: CatalogueData, language: Language): Module[] {
  const modules = [...catalogue.modules.values()].sort(byCategory);
  const asked = [...new Set(searchWords(words))].slice(0, mostWords);
  if (asked.length === 0) return modules;
  const indexed = modules.map((module) => ({ module, index: indexOf(module, language) }));
  const known = [...new Set(indexed.flatMap(({ index }) => [...index.keys()]))];
  const wanted = asked.map((word) => meant(word, known));
  const weights = wanted.map((word) => rarity(word, indexed));
  const scored = indexed.map(({ module, index }) => ({
    module,
    score: wanted.reduce((sum, word, at) => sum + about(index, word) * (weights[at] ?? 0), 0),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best * noise)
    .sort((a, b) => b.score - a.score)
    .map(({ module }) => module);
}

const byCategory = (a: Module, b: Module) =>
  compare(a.manifest.category, b.manifest.category) || compare(a.manifest.title, b.manifest.title);
const compare = (a: string, b: string) => Number(a > b) - Number(a < b);

function indexOf({ id, description, manifest }: Module, language: Language): Index {
  const { title, keywords, provides, labels, category } = manifest;
  const fields: [text: string, weight: number][] = [
    [id, 10],
    [title, 8],
    [keywords.en.join(' '), language === 'en' ? 6 : 5],
    [keywords.ru.join(' '), language === 'ru' ? 6 : 5],
    [[...Object.keys(provides), ...labels].join(' '), 4],
    [category, 3],
    [description, 1],
  ];
  const index = new Map<string, number>();
  for (const [text, weight] of fields) {
    for (const word of searchWords(text)) index.set(word, Math.max(index.get(word) ?? 0, weight));
  }
  return index;
}

/** The word itself when any module knows it or a longer one, else the known word next to it. */
function meant(word: string, known: readonly string[]): string {
  if (word.length < 5 || known.some((each) => each.startsWith(word))) return word;
  return nearestName(word, known) ?? word;
}

/** A word of every module tells nothing about one of them. */
function rarity(word: string, indexed: readonly { index: Index }[]): number {
  const holders = indexed.filter(({ index }) => about(index, word) > 0).length;
  return holders === 0 ? 0 : Math.log(1 + indexed.length / holders) - Math.LN2 + 0.01;
}

/** How much a module is about a word; half as much for a longer word that begins with it. */
function about(index: Index, word: string): number {
  const exact = index.get(word);
  if (exact !== undefined) return exact;
  if (word.length < 3) return 0;
  const longer = [...index].filter(([each]) => each.startsWith(word));
  return Math.max(0, ...longer.map(([, weight]) => weight / 2));
}
