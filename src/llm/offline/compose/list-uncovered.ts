import type { Plan } from '../../../core/plan/plan.ts';
import { isTopic } from '../../../core/plan/topics.ts';
import { quote } from '../find/reading.ts';
import { answers } from './answers.ts';
import type { Findings } from './findings.ts';
import { isImplied } from './is-implied.ts';
import { sentences } from './sentences.ts';

const atMost = 20;
type Uncovered = Plan['uncovered'][number];

/** Features that were asked for and that no module of the catalogue answers. */
export function listUncovered({ reading, catalogue }: Findings): Uncovered[] {
  const { language } = reading;
  const modules = [...catalogue.modules.values()];
  const missing = new Map<string, Uncovered>();
  const asked = new Set(
    reading.features.filter(({ negated }) => !negated).map(({ means }) => means.label),
  );
  for (const mention of [...reading.features, ...reading.implied]) {
    const { label, title, advice } = mention.means;
    if (mention.negated || label.endsWith('-any') || missing.has(label)) continue;
    if (isImplied(label, asked)) continue;
    if (modules.some((module) => answers(module, label))) continue;
    const part = sentences[language].quoted(title[language], quote(reading, mention)).slice(0, 200);
    missing.set(label, {
      part,
      advice: advice[language],
      ...(isTopic(label) ? { topic: label } : {}),
    });
  }
  return [...missing.values()].slice(0, atMost);
}
