import { detectLanguage } from '../../../core/plan/detect-language.ts';
import { markNegations } from '../text/negation.ts';
import { findPhrases } from '../text/phrases.ts';
import { normalize, tokenize } from '../text/tokenize.ts';
import { featurePhrases } from '../vocabulary/features.ts';
import { withoutInner } from './overlaps.ts';
import type { Reading } from './reading.ts';

export function readRequest(request: string): Reading {
  const text = normalize(request);
  const tokens = markNegations(tokenize(text));
  const features = withoutInner(findPhrases(tokens, featurePhrases, 'stem'));
  return { text, language: detectLanguage(text), tokens, features };
}
