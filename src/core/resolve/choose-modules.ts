import { satisfies } from 'semver';
import { type Problem, problem } from '../errors/problem.ts';
import type { Requirement } from '../manifest/manifest.ts';
import type { CatalogueData, Module } from '../manifest/module.ts';
import type { Plan } from '../plan/plan.ts';
import { impliedRequirements } from './implied-requirements.ts';
import type { ChosenModule } from './resolution.ts';
import { unknownModule } from './unknown-module.ts';

/** The plan's modules, those that are always in, and whatever these require, transitively. */
export function chooseModules(
  plan: Plan,
  { modules }: CatalogueData,
): { chosen: ChosenModule[]; problems: Problem[] } {
  const chosen = new Map<string, ChosenModule>();
  const problems: Problem[] = [];
  const queue: { by: string; requirement: Requirement }[] = [];

  const add = (choice: ChosenModule) => {
    chosen.set(choice.module.id, choice);
    const by = choice.module.id;
    queue.push(...choice.module.manifest.requires.map((requirement) => ({ by, requirement })));
  };

  for (const { id, options, reason } of plan.modules) {
    const module = modules.get(id);
    if (module) add({ module, options, cause: { kind: 'plan', reason } });
    else problems.push(unknownModule(id, { modules }));
  }
  for (const module of modules.values()) {
    if (module.manifest.always && !chosen.has(module.id)) {
      add({ module, options: {}, cause: { kind: 'always' } });
    }
  }
  queue.push(...impliedRequirements(plan));

  for (let next = queue.shift(); next; next = queue.shift()) {
    const { by, requirement } = next;
    if ([...chosen.values()].some(({ module }) => isProvider(module, requirement))) continue;
    const module = bestProvider(requirement, modules, chosen);
    if (module) {
      add({ module, options: {}, cause: { kind: 'required', by, ...requirement } });
    } else {
      problems.push(problem('capability.missing', { needed: by, ...requirement }));
    }
  }
  return { chosen: [...chosen.values()], problems };
}

const isProvider = ({ manifest }: Module, { capability, version }: Requirement) =>
  satisfies(manifest.provides[capability] ?? '', version);

/** The provider that fits best with what is chosen: no conflict, then preference, then name. */
function bestProvider(
  requirement: Requirement,
  modules: CatalogueData['modules'],
  chosen: ReadonlyMap<string, ChosenModule>,
): Module | undefined {
  const slots = new Set([...chosen.values()].map(({ module }) => module.manifest.slot));
  return [...modules.values()]
    .filter((module) => isProvider(module, requirement))
    .filter(({ manifest }) => manifest.slot === undefined || !slots.has(manifest.slot))
    .filter(({ manifest }) => !manifest.conflicts.some((conflict) => chosen.has(conflict.module)))
    .sort((a, b) => b.manifest.preference - a.manifest.preference || (a.id < b.id ? -1 : 1))[0];
}
