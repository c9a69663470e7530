import type { CaseScore } from './score-case.ts';
import type { Recall } from './score-entities.ts';
import { byLanguage, type Summary } from './summarize.ts';

const columns: [string, (summary: Summary) => string][] = [
  ['cases', ({ cases }) => `${cases}`],
  ['macro F1', ({ f1 }) => rate(f1)],
  ['precision', ({ precision }) => rate(precision)],
  ['recall', ({ recall }) => rate(recall)],
  ['exact', ({ exact }) => rate(exact)],
  ['contradictions', ({ conflicts }) => count(conflicts)],
  ['refusals', ({ refusals }) => count(refusals)],
  ['entities', ({ entities }) => count(entities)],
  ['fields', ({ fields }) => count(fields)],
  ['relations', ({ relations }) => count(relations)],
  ['tokens in', ({ tokensIn }) => tokensIn.toFixed(0)],
  ['tokens out', ({ tokensOut }) => tokensOut.toFixed(0)],
  ['ms', ({ ms }) => ms.toFixed(0)],
];

const rate = (value: number | null) => (value === null ? '–' : value.toFixed(2));
const count = ({ found, expected }: Recall) => (expected === 0 ? '–' : `${found}/${expected}`);

/** A Markdown table: all cases, then each language. */
export function summaryTable(scores: readonly CaseScore[]): string {
  const lines = byLanguage(scores).map(([language, summary]) => [
    language,
    ...columns.map(([, cell]) => cell(summary)),
  ]);
  const head = ['language', ...columns.map(([name]) => name)];
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** One line per case: what is missing, and what is there for nothing. */
export const faults = (scores: readonly CaseScore[]): string =>
  scores.map((score) => `${score.id} ${score.lang} ${verdict(score)}`).join('\n');

function verdict({ expect, right, labels, entities, problems }: CaseScore): string {
  const why = list('', problems);
  if (expect !== 'build') return `${expect}: ${right ? 'right' : 'WRONG'}${why}`;
  return [
    `F1 ${rate(labels.f1)}`,
    why,
    list('missing ', labels.missing),
    list('extra ', labels.extra),
    list('not kept ', entities.missing),
  ].join('');
}

const list = (name: string, words: readonly string[]) =>
  words.length > 0 ? `; ${name}${words.join(', ')}` : '';
