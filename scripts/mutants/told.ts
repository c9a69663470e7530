import { stripVTControlCharacters } from 'node:util';
import type { Finding } from '../catalogue/finding.ts';
import { repository } from '../catalogue/repository.ts';

const longest = 220;

/** A finding in one line, without what differs from one run or machine to the next. */
export function told({ where, what }: Finding): string {
  const line = stripVTControlCharacters(`${where}: ${what}`)
    // How to send it again differs each time.
    .replace(/ Again( \(as [^)]*\))?: curl .*$/s, '')
    .replaceAll(`${repository}/`, '')
    .replaceAll(/(?<![\w.])\/(?:[\w.@+-]+\/)*node_modules\//g, 'node_modules/')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/\b[\w-]{40,}/g, '<token>')
    .replaceAll(/(takes over \w+) \(.*\), which/g, '$1, which')
    .replaceAll(/\.work\/(judge|mutants)\/[\w-]+\//g, '')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'localhost')
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, '<id>')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
