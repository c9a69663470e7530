/** How many changes of a module's code its tests see. */
export interface Score {
  changes: number;
  seen: number;
  /** Day of the run. */
  date: string;
}

interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number } };
}

interface Report {
  files: Record<string, { mutants: Mutant[] }>;
}

const seen = ['Killed', 'Timeout'];
const unseen = ['Survived', 'NoCoverage'];

/** Changes that do not compile, and those of what runs only once, count for nothing. */
export function scoreOf({ files }: Report, date: string): Score {
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (which: readonly string[]) => all.filter((status) => which.includes(status)).length;
  return { changes: count([...seen, ...unseen]), seen: count(seen), date };
}

/** `src/modules/health/index.ts:12 ConditionalExpression -> false`, for each that no test sees. */
export const unseenIn = ({ files }: Report): string[] =>
  Object.entries(files).flatMap(([path, { mutants }]) =>
    mutants
      .filter(({ status }) => unseen.includes(status))
      .map(
        ({ location, mutatorName, replacement = '' }) =>
          `${path}:${location.start.line} ${mutatorName} -> ${replacement}`,
      ),
  );

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
