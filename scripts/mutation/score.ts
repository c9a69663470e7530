/** How many changes of a module's code its tests see. */
export interface Score {
  changes: number;
  seen: number;
  /** Day of the run. */
  date: string;
}

interface Report {
  files: Record<string, { mutants: { status: string }[] }>;
}

const seen = ['Killed', 'Timeout'];
const unseen = ['Survived', 'NoCoverage'];

/** Changes that do not compile, and those of what runs only once, count for nothing. */
export function scoreOf({ files }: Report, date: string): Score {
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (which: readonly string[]) => all.filter((status) => which.includes(status)).length;
  return { changes: count([...seen, ...unseen]), seen: count(seen), date };
}

/** `docs/catalogue/mutation.md`. */
export const mutationPage = (scores: Record<string, Score>): string => `# Mutation scores

StrykerJS changes a module's code in one place after the other and runs the module's own tests: the
score is the share of changes that make a test fail. \`npm run mutation -- <module>…\` measures it.

| module | changes | seen | score | on |
| --- | --- | --- | --- | --- |
${Object.entries(scores)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([id, each]) => `| ${id} | ${each.changes} | ${each.seen} | ${percent(each)} | ${each.date} |`,
  )
  .join('\n')}
`;

const percent = ({ changes, seen: found }: Score) =>
  changes === 0 ? '–' : `${((100 * found) / changes).toFixed(1)} %`;
