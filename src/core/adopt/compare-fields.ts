import type { Entity, Field } from '../plan/entity.ts';
import type { OtherName } from './adoption-words.ts';

/** What the module's entity has under another name, and what it has not. */
export function compareFields(asked: Entity, own: Entity | undefined) {
  const known = own?.fields ?? [];
  const unknown = asked.fields.filter(({ name }) => !known.some((each) => each.name === name));
  const paired = unknown.map(
    (field) => [field.name, counterpart(field, asked.fields, known)] as const,
  );
  return {
    otherNames: paired.filter((pair): pair is OtherName => pair[1] !== undefined),
    missing: paired.filter(([, name]) => name === undefined).map(([name]) => name),
  };
}

/** One state, or one sum of money, on each side: they are the same. */
function counterpart({ type }: Field, asked: readonly Field[], known: readonly Field[]) {
  if (type !== 'enum' && type !== 'money') return undefined;
  const of = (fields: readonly Field[]) => fields.filter((field) => field.type === type);
  const [own, ...others] = of(known);
  return others.length === 0 && of(asked).length === 1 ? own?.name : undefined;
}
