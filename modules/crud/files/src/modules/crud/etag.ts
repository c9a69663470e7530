interface Versioned {
  version: number;
}

export const etagOf = ({ version }: Versioned) => `"${version}"`;

/** Whether `If-None-Match` names the row as it is. */
export const isFresh = (ifNoneMatch: string | undefined, row: Versioned) =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || tagsOf(ifNoneMatch).includes(etagOf(row)));

/** The versions that `If-Match` allows; undefined when any will do. */
export function versionsOf(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  return tagsOf(ifMatch)
    .filter((tag) => /^"\d{1,9}"$/.test(tag))
    .map((tag) => Number(tag.slice(1, -1)));
}

/** A proxy that compresses an answer makes its tag a weak one; it names the same row. */
const tagsOf = (header: string) => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
