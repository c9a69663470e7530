import { expect, it } from 'vitest';
import { percentages } from '../../../scripts/catalogue/server/coverage.ts';

const at = (line: number) => ({ start: { line } });
const statementMap = { 0: at(1), 1: at(1), 2: at(2) };
const embedded = { 'a.ts': { statementMap, s: { 0: 1, 1: 0, 2: 0 }, b: { 0: [1, 0] } } };
const connected = { 'a.ts': { statementMap, s: { 0: 0, 1: 0, 2: 3 }, b: { 0: [0, 2] } } };

it('counts a line or a branch that any of the runs reached', () => {
  expect(percentages([embedded])).toEqual({ lines: 50, branches: 50 });
  expect(percentages([embedded, connected])).toEqual({ lines: 100, branches: 100 });
  expect(percentages([{}])).toBeNull();
});
