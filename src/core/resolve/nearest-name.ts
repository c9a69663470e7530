/** The candidate with the fewest edits to `name`, when it is near enough to be meant. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const closest = closestName(name, candidates);
  if (closest === undefined) return undefined;
  return editDistance(name, closest) <= Math.max(2, name.length / 3) ? closest : undefined;
}

/** The candidate with the fewest edits to `name`, however many these are. */
export function closestName(name: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, charA] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, charB] of [...b].entries()) {
      const replace = (row[j] ?? 0) + (charA === charB ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
