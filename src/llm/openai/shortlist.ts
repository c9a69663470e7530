import type { CatalogueData, Module } from '../../core/manifest/module.ts';
import { answers } from '../offline/compose/answers.ts';
import { matchBlueprints } from '../offline/find/match-blueprints.ts';
import { readRequest } from '../offline/find/read-request.ts';
import type { Reading } from '../offline/find/reading.ts';
import { findPhrases, phrase } from '../offline/text/phrases.ts';
import { describedBlueprints, describedModules } from './catalogue-prompt.ts';
import { blueprintLine, moduleLine } from './describe-catalogue.ts';

const atMost = 12;

/**
 * In full what the stable part of the prompt only names, for the modules and ready models whose
 * words stand in the request. Nothing while the catalogue is small enough to be described whole.
 */
export function shortlist(text: string, { modules, blueprints }: CatalogueData): string[] {
  const reading = readRequest(text);
  return [
    ...(modules.size > describedModules ? fitting(reading, [...modules.values()]) : []),
    ...(blueprints.length > describedBlueprints
      ? matchBlueprints(reading, blueprints).map(({ means }) => blueprintLine(means))
      : []),
  ];
}

function fitting(reading: Reading, modules: readonly Module[]): string[] {
  const ranked = modules
    .map((module) => ({ module, hits: hits(reading, module) }))
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits || (a.module.id < b.module.id ? -1 : 1));
  return ranked.slice(0, atMost).map(({ module }) => moduleLine(module));
}

/** Things asked for that the module answers, which weigh more, and its keywords. */
function hits({ features, tokens }: Reading, module: Module): number {
  const { en, ru } = module.manifest.keywords;
  const asked = features.filter(({ means }) => answers(module, means.label)).length;
  const words = [...en, ...ru].map((text) => phrase(text, text));
  return 2 * asked + new Set(findPhrases(tokens, words, 'stem').map(({ means }) => means)).size;
}
