import { checkEntity } from '../../../src/core/plan/check-entity.ts';
import {
  accessLevels,
  Entity,
  type Field,
  type FieldType,
  fieldTypes,
} from '../../../src/core/plan/entity.ts';
import type { Relation } from '../../../src/core/plan/relation.ts';
import type { Choice, Factor } from './covering-array.ts';

export const relationVariants = ['none', 'required', 'optional', 'many-to-many', 'self'] as const;
const fieldVariants = ['absent', 'required', 'optional', 'managed'] as const;

const defaults: Partial<Record<FieldType, string | number | boolean>> = {
  integer: 1,
  boolean: true,
  enum: 'one',
  decimal: '1.50',
};

const variantsOf = (type: FieldType) => [
  ...fieldVariants,
  ...(type === 'string' ? ['unique'] : []),
];

/** What an entity can be like. */
export const entityFactors: readonly Factor[] = [
  { name: 'owned', values: ['no', 'yes'] },
  { name: 'read', values: accessLevels },
  { name: 'write', values: accessLevels },
  { name: 'relation', values: relationVariants },
  ...fieldTypes.map((type) => ({ name: type, values: variantsOf(type) })),
];

const [owned, read, write, relation] = [0, 1, 2, 3];
const fieldsFrom = 4;

/** Whether some entity is like that: asks the check of plans. */
export function isPossibleEntity(choice: Choice): boolean {
  const either = (factor: number) =>
    choice.has(factor)
      ? [choice.get(factor) ?? 0]
      : [...(entityFactors[factor]?.values.keys() ?? [])];
  return either(owned).some((own) =>
    either(read).some((reads) =>
      either(write).some((writes) => {
        const whole = new Map(choice).set(owned, own).set(read, reads).set(write, writes);
        return checkEntity(entityOf('Alpha', whole), []).length === 0;
      }),
    ),
  );
}

export function entityOf(name: string, choice: Choice): Entity {
  const value = (factor: number) => entityFactors[factor]?.values[choice.get(factor) ?? 0];
  const fields = fieldTypes.flatMap((type, index) => fieldOf(type, value(fieldsFrom + index)));
  return Entity.parse({
    name,
    description: 'Something that was chosen to meet others.',
    owned: value(owned) === 'yes',
    read: value(read),
    write: value(write),
    // Without a field there is nothing to write.
    fields: fields.some(({ managed }) => !managed) ? fields : [...fields, label],
  });
}

const label: Partial<Field> & { name: string; type: FieldType } = { name: 'label', type: 'string' };

function fieldOf(type: FieldType, variant = 'absent'): (typeof label)[] {
  if (variant === 'absent') return [];
  const managed = variant === 'managed';
  return [
    {
      name: `${type}Value`,
      type,
      managed,
      unique: variant === 'unique',
      // Who may not write a field can leave it out, unless it has a default.
      required: managed ? type in defaults : variant !== 'optional',
      ...(managed && type in defaults && { default: defaults[type] }),
      ...(type === 'enum' && { values: ['one', 'two', 'three'] }),
    },
  ];
}

export const relationVariantOf = (choice: Choice) =>
  relationVariants[choice.get(relation) ?? 0] ?? 'none';

/** How an entity hangs together with the one before it. */
export function relationOf(
  variant: (typeof relationVariants)[number],
  name: string,
  before: string,
): Relation[] {
  if (variant === 'none') return [];
  if (variant === 'self')
    return [{ kind: 'one-to-many', from: name, to: name, as: 'parent', required: false }];
  if (variant === 'many-to-many')
    return [{ kind: 'many-to-many', from: name, to: before, required: false }];
  return [{ kind: 'one-to-many', from: before, to: name, required: variant === 'required' }];
}
