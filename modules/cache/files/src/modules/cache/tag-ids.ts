import { LRUCache } from 'lru-cache';

export interface TagId {
  tag: string;
  id: number;
}

/**
 * Each tag has an id, made when it is first needed. A value counts only while its tags have the ids
 * that they had before it was loaded, so forgetting an id ends all values of the tag at once, and
 * forgetting one for want of room does no harm.
 */
export function tagIds(max: number) {
  const ids = new LRUCache<string, number>({ max });
  let last = 0;

  function idOf(tag: string): number {
    const known = ids.get(tag);
    if (known !== undefined) return known;
    last += 1;
    ids.set(tag, last);
    return last;
  }
  return {
    of: (tags: readonly string[]): TagId[] => tags.map((tag) => ({ tag, id: idOf(tag) })),
    areCurrent: (wanted: readonly TagId[]) => wanted.every(({ tag, id }) => ids.get(tag) === id),
    forget(tags: readonly string[]) {
      for (const tag of tags) ids.delete(tag);
    },
  };
}
