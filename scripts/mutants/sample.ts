import { mutants } from './list.ts';

/** A few that are judged in a second each, every one by another check. */
export const sample = [
  'readme-without-security-notes',
  'russian-keywords-missing',
  'licence-with-duties',
  'removed-option-without-major',
  'table-drift',
  'leftover-of-absent-module',
  'action-unpinned',
  'template-unformatted',
].flatMap((id) => mutants.filter((each) => each.id === id));
