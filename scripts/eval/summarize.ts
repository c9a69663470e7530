import type { CaseScore } from './score-case.ts';
import type { Recall } from './score-entities.ts';

/** Of some cases; rates are 0 to 1, and null where nothing of the kind was asked. */
export interface Summary {
  cases: number;
  f1: number | null;
  precision: number | null;
  recall: number | null;
  exact: number | null;
  conflicts: Recall;
  refusals: Recall;
  entities: Recall;
  fields: Recall;
  relations: Recall;
  /** Means per request. */
  tokensIn: number;
  tokensOut: number;
  ms: number;
}

/** Macro: every case to be built weighs the same, however many labels it has. */
export function summarize(scores: readonly CaseScore[]): Summary {
  const builds = scores.filter(({ expect }) => expect === 'build');
  const rights = (kind: CaseScore['expect']): Recall => {
    const of = scores.filter(({ expect }) => expect === kind);
    return { found: of.filter(({ right }) => right).length, expected: of.length };
  };
  return {
    cases: scores.length,
    f1: mean(builds.map(({ labels }) => labels.f1)),
    precision: mean(builds.map(({ labels }) => labels.precision)),
    recall: mean(builds.map(({ labels }) => labels.recall)),
    exact: mean(builds.map(({ labels }) => Number(labels.exact))),
    conflicts: rights('conflict'),
    refusals: rights('refuse'),
    entities: total(builds.map(({ entities }) => entities.names)),
    fields: total(builds.map(({ entities }) => entities.fields)),
    relations: total(builds.map(({ entities }) => entities.relations)),
    tokensIn: mean(scores.map(({ usage }) => usage.input)) ?? 0,
    tokensOut: mean(scores.map(({ usage }) => usage.output)) ?? 0,
    ms: mean(scores.map(({ ms }) => ms)) ?? 0,
  };
}

/** All cases, then each language, the most frequent first. */
export function byLanguage(scores: readonly CaseScore[]): [language: string, Summary][] {
  const groups = [...Map.groupBy(scores, ({ lang }) => lang)].toSorted(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b),
  );
  return [
    ['all', summarize(scores)],
    ...groups.map(([lang, of]): [string, Summary] => [lang, summarize(of)]),
  ];
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const total = (recalls: readonly Recall[]): Recall => ({
  found: recalls.reduce((sum, { found }) => sum + found, 0),
  expected: recalls.reduce((sum, { expected }) => sum + expected, 0),
});
