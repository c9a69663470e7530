import { resolve as absolute } from 'node:path';
import { describeModules } from '../core/explain/describe-modules.ts';
import { explain } from '../core/explain/explain.ts';
import { detectLanguage } from '../core/plan/detect-language.ts';
import { lockPathIn } from '../core/render/lock.ts';
import { survey } from '../flows/survey.ts';
import { localPorts } from './local-ports.ts';
import { printProblems } from './terminal-progress.ts';

/** `sotacode modules`: prints what there is to build from. */
export async function listModules(words: string): Promise<number> {
  const language = detectLanguage(words);
  const { catalogue } = localPorts('.', language);
  console.log(describeModules(words, await catalogue.load(), language));
  return 0;
}

/** `sotacode explain`: prints what a module does, or where a file of the repository comes from. */
export async function explainLocally(subject: string, repo: string): Promise<number> {
  const language = detectLanguage(subject);
  const ports = localPorts(absolute(repo), language);
  const surveyed = await survey(ports);
  if (!surveyed.ok) {
    printProblems(surveyed.problems, language);
    return 1;
  }
  const { forge, catalogue } = ports;
  const lockPath = lockPathIn(surveyed.value.config.directory ?? '');
  const head = await forge.snapshot('HEAD');
  const text = explain({
    ...{ subject, language, files: head.files },
    catalogue: await catalogue.load(),
    lock: await forge.read(head, lockPath),
  });
  console.log(text);
  return 0;
}
