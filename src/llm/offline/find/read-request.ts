import { detectLanguage } from '../../../core/plan/detect-language.ts';
import type { Language } from '../../../core/plan/plan.ts';
import { mendTypos } from '../text/mend-typos.ts';
import { markNegations } from '../text/negation.ts';
import { normalize, tokenize } from '../text/tokenize.ts';
import { findFeatures, findImplied } from './find-features.ts';
import type { Reading } from './reading.ts';

/** `language`: what to answer in; that of the request when not said. */
export function readRequest(request: string, language?: Language): Reading {
  const text = normalize(request);
  const tokens = markNegations(mendTypos(tokenize(text)));
  const features = findFeatures(text, tokens);
  return {
    text,
    language: language ?? detectLanguage(text),
    tokens,
    features,
    implied: findImplied(text, tokens, features),
  };
}
