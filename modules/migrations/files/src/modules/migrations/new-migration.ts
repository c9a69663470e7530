import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Journal {
  version: string;
  dialect: string;
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

/**
 * Writes an empty migration with the next number, and its entry in drizzle's journal.
 * @returns path of the SQL file
 */
export async function newMigration(folder: string, title: string, now: number): Promise<string> {
  const name = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
  if (!name) throw new Error('Say what the migration does: npm run migrate:new add_phone_numbers');

  const journalPath = join(folder, 'meta/_journal.json');
  const journal: Journal = JSON.parse(await readFile(journalPath, 'utf8'));
  const last = journal.entries.at(-1);
  const idx = (last?.idx ?? -1) + 1;
  const tag = `${String(idx).padStart(4, '0')}_${name}`;
  // drizzle applies what is later than the last applied migration.
  const when = Math.max(now, (last?.when ?? 0) + 1);
  journal.entries.push({ idx, version: '7', when, tag, breakpoints: true });

  const path = join(folder, `${tag}.sql`);
  await writeFile(path, `-- ${title}\n`, { flag: 'wx' });
  await writeFile(journalPath, `${JSON.stringify(journal, null, 2)}\n`);
  return path;
}
