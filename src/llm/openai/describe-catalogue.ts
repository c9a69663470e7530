import type { Module } from '../../core/manifest/module.ts';
import type { Blueprint } from '../../core/plan/blueprint.ts';
import type { Field } from '../../core/plan/entity.ts';
import type { Role } from '../../core/plan/role.ts';

/** All that a model has to know of a module to choose it and its options. */
export function moduleLine({ id, description, manifest }: Module): string {
  const options = Object.entries(manifest.options).map(
    ([name, { type, enum: values, default: initial }]) =>
      `${name}: ${values ? values.join('|') : type} = ${initial}`,
  );
  const own = manifest.ownsEntities.map(({ name }) => name);
  return [
    `- ${id}${manifest.always ? ' (always)' : ''}: ${manifest.title}. ${description}`,
    ...(options.length > 0 ? [`  options: ${options.join('; ')}`] : []),
    ...(own.length > 0 ? [`  keeps ${own.join(', ')} itself`] : []),
  ].join('\n');
}

export const moduleName = ({ id, manifest }: Module): string =>
  `- ${id}${manifest.always ? ' (always)' : ''}: ${manifest.title}`;

/** Entities with access and fields; `?` marks those that come only when they are named. */
export const blueprintLine = ({ id, title, plan }: Blueprint): string =>
  `- ${id} (${title}): ${plan.entities
    .map(({ name, fields, owned, read, write }) => {
      const access = `${owned ? 'owned, ' : ''}${read}/${write}`;
      return `${name}${plan.optional.includes(name) ? '?' : ''} [${access}] ${fields.map(fieldWords).join(' ')}`;
    })
    .join('; ')}${plan.roles.map(roleWords).join('')}`;

const roleWords = ({ name, manages }: Role) => `; role ${name}: ${manages.join(', ')}`;

export const blueprintName = ({ id, title }: Blueprint): string => `- ${id} (${title})`;

const fieldWords = ({ name, type, managed, min, max }: Field) =>
  `${name}${type === 'string' ? '' : `:${type}`}${boundWords(min, max)}${managed ? ' (managed)' : ''}`;

const boundWords = (min?: number, max?: number) =>
  min === undefined && max === undefined ? '' : ` ${min ?? ''}..${max ?? ''}`;
