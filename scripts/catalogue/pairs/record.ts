import type { PairRow } from './rows.ts';

/** What one run of all rows has proved: `docs/catalogue/pairs.json`, `triples.json`. */
export interface PairsRecord {
  /** Day of the run: `2026-11-22`. */
  date: string;
  strength: number;
  /** Every module's version at the time. */
  versions: Record<string, string>;
  rows: RowRecord[];
}

export interface RowRecord {
  modules: string[];
  options: Record<string, string>;
  entities: number;
  /** The step at which it failed, `not tried`, or null when it passed. */
  failed: string | null;
}

export const rowRecord = (
  { modules, options, plan }: PairRow,
  failed: string | null = 'not tried',
): RowRecord => ({ modules, options, entities: plan.entities.length, failed });

/** `docs/catalogue/pairs.md`, `triples.md`: which modules were proved together, in which versions and when. */
export function pairsPage({ date, strength, versions, rows }: PairsRecord): string {
  const proved = rows.filter(({ failed }) => failed === null);
  const ids = [...new Set(rows.flatMap(({ modules }) => modules))].sort();
  const together = (a: string, b: string) =>
    proved.some(({ modules }) => modules.includes(a) && modules.includes(b));
  const planned = (a: string, b: string) =>
    rows.some(({ modules }) => modules.includes(a) && modules.includes(b));
  const mark = (a: string, b: string) => (together(a, b) ? '✓' : planned(a, b) ? '✗' : '–');
  const always = Object.keys(versions).filter((id) => !ids.includes(id));
  const command = strength === 2 ? 'npm run pairs' : `npm run pairs -- --strength ${strength}`;
  return `# Modules proved together${strength === 2 ? '' : ', three at a time'}

Servers whose choices are a covering array of strength ${strength}: any ${strength === 2 ? 'two' : 'three'}
choices that the resolver allows (a module in or out, the value of an option, kinds of entities) stand
together in at least one of ${rows.length} servers. Each server was rendered, type-checked, linted, tested,
built, started and stopped; its OpenAPI document was checked; it was fuzzed, and every route was called
by nobody, two members and an admin. ${proved.length} of ${rows.length} passed on ${date}. \`${command}\` does it again.

✓ proved together · ✗ failed · – never together (one of a slot, or a conflict)

| | version |${ids.map((_, index) => ` ${index + 1} |`).join('')}
| --- | --- |${' --- |'.repeat(ids.length)}
${ids
  .map((id, row) => {
    const marks = ids.map((other, column) => ` ${column < row ? mark(id, other) : ''} |`).join('');
    return `| ${row + 1} ${id} | ${versions[id]} |${marks}`;
  })
  .join('\n')}

In every one of them: ${always.map((id) => `${id} ${versions[id]}`).join(', ')}.

## The servers

| | modules | options | entities | |
| --- | --- | --- | --- | --- |
${rows
  .map(({ modules, options, entities, failed }, index) => {
    const values = Object.entries(options).map(([name, value]) => `${name}=${value}`);
    const result = failed === null ? '✓' : `✗ ${failed}`;
    return `| ${index + 1} | ${modules.join(', ') || '–'} | ${values.join(', ') || '–'} | ${entities} | ${result} |`;
  })
  .join('\n')}
`;
}
