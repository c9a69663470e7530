import type { Label, Repository, World } from './world.ts';

/** The names of labels, which GitHub makes where they are missing. */
export function ensureLabels(
  world: World,
  repository: Repository,
  labels: (string | { name: string })[],
): string[] {
  const names = labels.map((label) => (typeof label === 'string' ? label : label.name));
  for (const name of names) if (!labelNamed(repository, name)) addLabel(world, repository, name);
  return [...new Set(names)];
}

export const labelNamed = ({ labels }: Repository, name: string): Label | undefined =>
  labels.find((label) => label.name.toLowerCase() === name.toLowerCase());

export function addLabel(
  world: World,
  repository: Repository,
  name: string,
  { color = 'ededed', description = null }: { color?: string; description?: string | null } = {},
): Label {
  const label = { id: world.nextId(), name, color, description };
  repository.labels.push(label);
  return label;
}
