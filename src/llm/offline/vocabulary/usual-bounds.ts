import type { Field } from '../../../core/plan/entity.ts';

interface Bounds {
  min?: number;
  max?: number;
}

/** `capacityKg` is a capacity, `durationMinutes` a duration. */
const unit = /(?<=[a-z])(Kg|Kw|Km|Square|Meters|Seconds|Minutes|Hours|Days)+$/;
const lastWord = /[A-Z]?[a-z]+$/;

/** Of these there is at least one, or the row says nothing. */
const fromOne = new Set(
  'quantity qty capacity seats duration interval guests rooms beds participants'.split(' '),
);
const fromZero = new Set(
  `stock count copies age mileage calories weight height width area distance power votes views points
  stars rating score minutes hours days seconds`.split(/\s+/),
);
const ranges: Readonly<Record<string, Bounds>> = {
  percent: { min: 0, max: 100 },
  latitude: { min: -90, max: 90 },
  longitude: { min: -180, max: 180 },
};

/** What the name of a number says of its bounds when nobody else does. */
export function usualBounds(
  { name, type }: Pick<Field, 'name' | 'type'>,
  initial?: Field['default'],
): Bounds {
  if (type !== 'integer' && type !== 'number') return {};
  const word = lastWord.exec(name.replace(unit, ''))?.[0].toLowerCase() ?? '';
  if (type === 'integer' && fromOne.has(word)) return { min: initial === 0 ? 0 : 1 };
  return fromOne.has(word) || fromZero.has(word) ? { min: 0 } : (ranges[word] ?? {});
}
