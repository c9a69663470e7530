import type { Result } from '../../core/errors/problem.ts';
import type { CatalogueData } from '../../core/manifest/module.ts';
import { detectLanguage } from '../../core/plan/detect-language.ts';
import type { Language } from '../../core/plan/plan.ts';
import { type Decision, decide } from '../../flows/decide.ts';
import type { Planner, Progress } from '../../flows/ports.ts';

export interface Asked {
  request: string;
  /** What the plan is written in; the language of the request when absent. */
  language?: Language | undefined;
}

const unwatched: Progress = {
  started: async () => {},
  finished: async () => {},
  failed: async () => {},
};

/** A plan for a request in words that is known to resolve. */
export function draftPlan(
  { planner, catalogue }: { planner: Planner; catalogue: CatalogueData },
  { request, language }: Asked,
): Promise<Result<Decision>> {
  const asked = { text: request, language: language ?? detectLanguage(request) };
  const everything = { choosable: catalogue, available: catalogue, config: {} };
  return decide({ planner, progress: unwatched }, asked, everything);
}
