import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIds } from '../../scripts/catalogue/checks.ts';
import { readIfThere } from '../../scripts/catalogue/read-if-there.ts';
import { repository } from '../../scripts/catalogue/repository.ts';
import { mutated } from '../../scripts/mutants/apply-mutant.ts';
import { judgeMutant } from '../../scripts/mutants/judge-mutant.ts';
import { mutants } from '../../scripts/mutants/list.ts';
import { brokenBy, type MutantsRecord, mutantsPage } from '../../scripts/mutants/record.ts';
import { sample } from '../../scripts/mutants/sample.ts';

const written = (name: string) => readFile(join(repository, 'docs/catalogue', name), 'utf8');

describe('every mutant', () => {
  it.each(mutants.map((each) => [each.id, each] as const))(
    '%s fits the catalogue',
    async (_, each) => {
      const text = await readIfThere(join(repository, each.file));
      expect(mutated(each, text)).not.toBe(text);
      expect(each.by.filter((id) => !checkIds.includes(id))).toEqual([]);
    },
  );

  it('has a name of its own', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });
});

describe('docs/catalogue', () => {
  it('tells of the mutants as they are: npm run mutants writes it anew', async () => {
    const record = JSON.parse(await written('mutants.json')) as MutantsRecord;
    expect(record.mutants.map(brokenBy)).toEqual(mutants.map(brokenBy));
    expect(await written('mutants.md')).toBe(mutantsPage(record));
  });

  it('tells that the judge found at least nine of ten, and where', async () => {
    const record = JSON.parse(await written('mutants.json')) as MutantsRecord;
    const named = record.mutants.filter(({ namesPlace }) => namesPlace);
    expect(named.length / mutants.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the judge finds', () => {
  it.each(sample.map((each) => [each.id, each] as const))(
    '%s',
    async (_, each) => {
      const { caught } = await judgeMutant(each);
      expect(caught, each.breaks).toMatchObject({ namesPlace: true });
      expect(each.by).toContain(caught?.check);
    },
    120_000,
  );
});
