import pc from 'picocolors';
import { explainProblem, type Problem } from '../core/errors/problem.ts';
import type { Language } from '../core/plan/plan.ts';
import type { BuildStep, Progress } from '../flows/ports.ts';

const names: Record<Language, Record<BuildStep, string>> = {
  en: { plan: 'Plan', resolve: 'Resolve', render: 'Render', propose: 'Commit' },
  ru: { plan: 'План', resolve: 'Модули', render: 'Файлы', propose: 'Коммит' },
};

/** One line per finished step. */
export function terminalProgress(language: Language): Progress {
  const started = new Map<BuildStep, number>();
  const line = (mark: string, step: BuildStep, detail: string) => {
    const ms = Math.round(performance.now() - (started.get(step) ?? 0));
    console.log(`${mark} ${names[language][step].padEnd(8)} ${detail} ${pc.dim(`${ms} ms`)}`);
  };
  return {
    started: async (step) => void started.set(step, performance.now()),
    finished: async (step, detail) => line(pc.green('✔'), step, detail),
    failed: async (step, detail) => line(pc.red('✘'), step, detail),
  };
}

export function printProblems(problems: readonly Problem[], language: Language): void {
  for (const problem of problems) {
    const { code, sentence, suggestion } = explainProblem(problem, language);
    console.error(`${pc.red(sentence)} ${suggestion} ${pc.dim(`[${code}]`)}`);
  }
}
