import type { Module } from '../../../core/manifest/module.ts';
import type { PlannedModule } from '../../../core/plan/plan.ts';
import { type Findings, featureMention } from './findings.ts';

/** The values that a request asks for with a label of the glossary; all others stay the defaults. */
export function chooseOptions(
  module: Module | undefined,
  { reading }: Findings,
): PlannedModule['options'] {
  const chosen = Object.entries(module?.manifest.options ?? {}).flatMap(
    ([name, { enum: values = [], labels = {} }]) => {
      const value = values.find((each) =>
        labels[String(each)]?.some((label) => featureMention(reading, label)),
      );
      return value === undefined ? [] : [[name, value]];
    },
  );
  return Object.fromEntries(chosen);
}
