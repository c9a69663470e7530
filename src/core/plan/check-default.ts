import { z } from 'zod';
import { isWithinBounds } from './check-bounds.ts';
import type { Field, FieldType } from './entity.ts';

const accepts: Record<Exclude<FieldType, 'enum'>, z.ZodType> = {
  string: z.string(),
  text: z.string(),
  integer: z.int(),
  number: z.number(),
  decimal: z.union([z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/), z.number()]),
  boolean: z.boolean(),
  date: z.iso.date(),
  datetime: z.iso.datetime({ offset: true }),
  email: z.email(),
  url: z.url({ protocol: /^https?$/ }),
  money: z.int(),
};

/** Whether the field's default, if it has one, is a value that the field itself would accept. */
export function checkDefault(field: Field): boolean {
  const { type, default: value, values, unique } = field;
  if (value === undefined) return true;
  if (unique) return false;
  if (type === 'enum') return values?.includes(String(value)) ?? false;
  return accepts[type].safeParse(value).success && isWithinBounds(value, field);
}
