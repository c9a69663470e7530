import { plainText } from '../../core/describe/plain-text.ts';
import type { Language } from '../../core/plan/plan.ts';
import type { BuildStep, Clock } from '../../flows/ports.ts';
import { stepTitles } from './step-titles.ts';

const icons = { waiting: '⬜', running: '⏳', done: '✅', failed: '❌' };

interface Step {
  state: keyof typeof icons;
  began: number;
  seconds: string;
  detail: string;
}

export interface StepLine {
  icon: string;
  title: string;
  detail: string;
  seconds: string;
}

/** The steps of a build with their times, as lines for a comment or a check run. */
export interface Steps {
  begin(step: BuildStep): void;
  end(step: BuildStep, state: 'done' | 'failed', detail: string): void;
  lines(language: Language): StepLine[];
}

/** @param names the steps that are shown; others pass in silence */
export function createSteps(clock: Clock, names: readonly BuildStep[]): Steps {
  const steps = new Map<BuildStep, Step>(
    names.map((name) => [name, { state: 'waiting', began: 0, seconds: '', detail: '' }]),
  );
  return {
    begin: (name) => {
      if (!steps.has(name)) return;
      const began = clock.now().getTime();
      steps.set(name, { state: 'running', began, seconds: '', detail: '' });
    },
    end: (name, state, detail) => {
      if (!steps.has(name)) return;
      const began = steps.get(name)?.began || clock.now().getTime();
      const seconds = ((clock.now().getTime() - began) / 1000).toFixed(1);
      steps.set(name, { state, began, seconds, detail: plainText(detail) });
    },
    lines: (language) => {
      // Where nothing has begun, the steps would only say what did not happen.
      const begun = [...steps.values()].some(({ state }) => state !== 'waiting');
      return [...(begun ? steps : [])].map(([name, { state, detail, seconds }]) => ({
        ...{ icon: icons[state], title: stepTitles[language][name], detail, seconds },
      }));
    },
  };
}
