import type { Field, FieldType } from './entity.ts';

/** The numbers that each type can store; the other types have no bounds. */
const storable: Partial<Record<FieldType, number>> = {
  integer: 2_147_483_647,
  number: 1e15,
  money: Number.MAX_SAFE_INTEGER,
};

/** Whether the bounds of a field, if it has any, leave it a value. */
export function checkBounds({ type, min, max }: Field): boolean {
  const given = [min, max].filter((bound) => bound !== undefined);
  if (given.length === 0) return true;
  const limit = storable[type];
  if (limit === undefined) return false;
  const lowest = min ?? (type === 'money' ? 0 : -limit);
  return (
    given.every(
      (bound) => Math.abs(bound) <= limit && (type === 'number' || Number.isInteger(bound)),
    ) && lowest <= (max ?? limit)
  );
}

export const isWithinBounds = (value: unknown, { min, max }: Field): boolean =>
  typeof value !== 'number' || (value >= (min ?? value) && value <= (max ?? value));
