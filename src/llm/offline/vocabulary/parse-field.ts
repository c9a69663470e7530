import { Field, type FieldType } from '../../../core/plan/entity.ts';
import { knownFieldNamed } from './known-fields.ts';
import { usualBounds } from './usual-bounds.ts';

/** `name`, `price:money`, `stock:integer=0`, `status:enum(new,paid)=new`, `note:text?`, `code!`, managed `total:money?^`. */
const shape = /^(\w+)(!?)(?::(\w+)(?:\(([^)]*)\))?)?([?!^]*)(?:=(\S+))?$/;

export function parseField(text: string): Field {
  const [, name = '', unique, type, values, flags = '', initial] = shape.exec(text) ?? [];
  const fieldType = (type ?? knownFieldNamed(name)?.type ?? 'string') as FieldType;
  const value = initial === undefined ? undefined : readDefault(initial, fieldType);
  return Field.parse({
    name,
    type: fieldType,
    required: !flags.includes('?'),
    unique: Boolean(unique) || flags.includes('!'),
    managed: flags.includes('^'),
    ...(values ? { values: values.split(',') } : {}),
    ...(value === undefined ? {} : { default: value }),
    ...usualBounds({ name, type: fieldType }, value),
  });
}

function readDefault(text: string, type: FieldType): string | number | boolean {
  if (type === 'boolean') return text === 'true';
  return ['integer', 'number', 'money'].includes(type) ? Number(text) : text;
}
