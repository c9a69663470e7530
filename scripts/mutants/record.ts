import type { Fate } from './judge-mutant.ts';
import type { Mutant } from './mutant.ts';

/** What was broken, and what the judge said of it. */
export interface Told extends Pick<Mutant, 'id' | 'breaks' | 'file' | 'judged' | 'names'> {
  /** Id of the check that found it, or null when it survived. */
  caughtBy: string | null;
  message: string | null;
  namesPlace: boolean;
}

/** What runs of all mutants have shown: `docs/catalogue/mutants.json`. */
export interface MutantsRecord {
  /** Day of the last run: `2026-11-23`. */
  date: string;
  mutants: Told[];
}

/** What is told of a mutant whatever becomes of it. */
export const brokenBy = ({ id, breaks, file, judged, names }: Mutant | Told) => ({
  ...{ id, breaks, file, judged, names },
});

export const toldOf = ({ mutant, caught }: Fate): Told => ({
  ...brokenBy(mutant),
  caughtBy: caught?.check ?? null,
  message: caught?.message ?? null,
  namesPlace: caught?.namesPlace ?? false,
});

/** `docs/catalogue/mutants.md`: what was broken, and what the judge said of it. */
export function mutantsPage({ date, mutants }: MutantsRecord): string {
  const caught = mutants.filter(({ caughtBy }) => caughtBy !== null);
  const named = mutants.filter(({ namesPlace }) => namesPlace);
  const checks = new Set(caught.map(({ caughtBy }) => caughtBy));
  const modules = new Set(mutants.map(({ judged }) => judged));
  const rows = mutants.map(({ id, breaks, names, judged, caughtBy, message }) =>
    [`**${id}**: ${breaks}`, code(judged), code(names), caughtBy ?? '✗ survived', message ?? '']
      .map(cell)
      .join(' | '),
  );
  return `# Mutants

A judge that never refuses proves nothing. Each of these ${mutants.length} mutants is the catalogue with one thing
broken on purpose; \`npm run catalogue\` had to find it, in a message that names the place. On ${date}
${caught.length} of ${mutants.length} were caught, ${named.length} of them with the place named, by ${checks.size} different checks over
${modules.size} modules. \`npm run mutants\` does it again; \`npm run mutants -- <id>…\` does it for some.

| mutant | judged | place | caught by | message |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
`;
}

const code = (text: string) => `\`${text}\``;
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
