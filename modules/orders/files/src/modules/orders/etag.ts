export const etagOf = ({ version }: { version: number }) => `"${version}"`;

/** The versions that `If-Match` allows; undefined when any will do. */
export function versionsOf(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  return [...ifMatch.matchAll(/"(\d{1,9})"/g)].map(([, version]) => Number(version));
}
