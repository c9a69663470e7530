import type { Mention } from '../text/phrases.ts';

/** From left to right, each word of the text belongs to one mention: the longest that begins first. */
export function leftToRight<T>(mentions: readonly Mention<T>[]): Mention<T>[] {
  let free = 0;
  return mentions.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}

/** A mention inside a longer one says nothing of its own. */
export function withoutInner<T>(mentions: readonly Mention<T>[]): Mention<T>[] {
  return mentions.filter(
    ({ start, end }) =>
      !mentions.some(
        (other) =>
          other.start <= start && end <= other.end && other.end - other.start > end - start,
      ),
  );
}
