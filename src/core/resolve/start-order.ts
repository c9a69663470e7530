import type { ChosenModule } from './resolution.ts';

/** Providers before those who require them; among equals by the manifest's `order`, then by name. */
export function startOrder(chosen: readonly ChosenModule[]): ChosenModule[] {
  const waiting = [...chosen].sort(byOrder);
  const placed: ChosenModule[] = [];
  const provided = new Set<string>();
  while (waiting.length > 0) {
    // A cycle of requirements has no right order: the first by `order` then starts the round.
    const ready = Math.max(
      0,
      waiting.findIndex((each) => isReady(each, waiting, provided)),
    );
    for (const next of waiting.splice(ready, 1)) {
      placed.push(next);
      for (const capability of Object.keys(next.module.manifest.provides)) provided.add(capability);
    }
  }
  return placed;
}

const byOrder = ({ module: a }: ChosenModule, { module: b }: ChosenModule) =>
  a.manifest.order - b.manifest.order || (a.id < b.id ? -1 : 1);

const isReady = (
  { module }: ChosenModule,
  waiting: readonly ChosenModule[],
  provided: ReadonlySet<string>,
) =>
  module.manifest.requires.every(
    ({ capability }) =>
      provided.has(capability) ||
      !waiting.some(
        (other) => capability in other.module.manifest.provides && other.module !== module,
      ),
  );
