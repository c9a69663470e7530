import { expect, it } from 'vitest';
import { renderChecks, staticChecks } from '../../scripts/catalogue/checks.ts';
import { judge } from '../../scripts/catalogue/judge.ts';
import { linesOf } from '../../scripts/catalogue/report.ts';

// Servers of every module take longer than the rest of the suite together.
const thorough = process.env.SOTACODE_VERIFY === '1';
const quick = [...staticChecks, ...renderChecks].map(({ id }) => id);
if (!thorough) {
  console.warn('Skipped: what starts servers of each module; npm run catalogue asks everything.');
}

/** What `npm run catalogue` asks; what it passed before and has not changed since is passed over. */
it('every module of the catalogue is good', async () => {
  const bad: string[] = [];
  await judge({
    ...(thorough ? {} : { checks: quick }),
    remember: !process.env.CI,
    report: (verdict) => {
      if (verdict.findings.length > 0) bad.push(...linesOf(verdict));
    },
  });
  expect(bad).toEqual([]);
}, 1_200_000);
