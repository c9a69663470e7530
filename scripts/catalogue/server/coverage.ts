interface FileCoverage {
  statementMap: Record<string, { start: { line: number } }>;
  /** Statement -> how often it ran. */
  s: Record<string, number>;
  /** Branch -> how often each of its ways was taken. */
  b: Record<string, number[]>;
}

/** File -> what ran of it, as istanbul writes it. */
export type Coverage = Record<string, FileCoverage>;

/** Percent of lines and branches that runs of the same code reach together; null of no code. */
export function percentages(runs: readonly Coverage[]) {
  const files = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  const perFile = files.map((file) => runs.flatMap((run) => run[file] ?? []));
  const lines = perFile.flatMap((same) => reached(same.map(linesOf)));
  const branches = perFile.flatMap((same) => reached(same.map(branchesOf)));
  return lines.length === 0 ? null : { lines: percent(lines), branches: percent(branches) };
}

/** A line ran when one of its statements did. */
const linesOf = ({ statementMap, s }: FileCoverage) =>
  Object.entries(statementMap).map(([id, { start }]) => [`${start.line}`, s[id] ?? 0] as const);

const branchesOf = ({ b }: FileCoverage) =>
  Object.entries(b).flatMap(([id, ways]) =>
    ways.map((count, way) => [`${id}.${way}`, count] as const),
  );

/** Whether each part was reached by any of the runs. */
function reached(runs: readonly (readonly (readonly [string, number])[])[]): boolean[] {
  const counts = new Map<string, number>();
  for (const [part, count] of runs.flat()) counts.set(part, (counts.get(part) ?? 0) + count);
  return [...counts.values()].map((count) => count > 0);
}

const percent = (parts: readonly boolean[]) =>
  parts.length === 0 ? 100 : (100 * parts.filter(Boolean).length) / parts.length;
