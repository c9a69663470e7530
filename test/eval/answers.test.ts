import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { wirePlan } from '../edges/wire-plan.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'eval-'));
const [cases, dump, answers] = ['cases.jsonl', 'dump', 'answers'].map((name) => join(folder, name));
const evaluate = (...args: string[]) =>
  execFileSync('node', ['scripts/eval.ts', '--cases', cases ?? '', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

const base = { lang: 'en', acceptable: [], forbidden: [], any_of: [], entities: [] };
const lines = [
  { ...base, id: 'a', request: 'notes with Kafka', expect: 'build' },
  { ...base, id: 'b', request: 'no database, store orders', expect: 'conflict' },
  { ...base, id: 'c', request: 'notes', expect: 'build' },
].map((line) => ({ ...line, required: line.id === 'a' ? ['message-broker-kafka'] : [] }));

beforeAll(() => {
  writeFileSync(cases ?? '', lines.map((line) => JSON.stringify(line)).join('\n'));
  execFileSync('mkdir', [answers ?? '']);
  const uncovered = [{ part: 'Kafka', advice: 'Add it.', topic: 'message-broker-kafka' }];
  const objection = { first: 'no database', second: 'store orders', why: 'nowhere to store' };
  answer('a.txt', JSON.stringify(wirePlan({ modules: [], uncovered })));
  answer('b.txt', JSON.stringify(wirePlan({ outcome: 'contradiction', objection })));
  answer('c.txt', 'I would build notes.');
});
const answer = (name: string, text: string) => writeFileSync(join(answers ?? '', name), text);

test('each question is dumped with its messages and the schema', () => {
  expect(evaluate('--dump', dump ?? '')).toBe('');
  expect(readdirSync(dump ?? '').toSorted()).toEqual(['a.json', 'b.json', 'c.json']);
  const { messages, schema } = JSON.parse(readFileSync(join(dump ?? '', 'a.json'), 'utf8'));
  expect(messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user']);
  expect(JSON.parse(messages[1].content)).toEqual({ request: 'notes with Kafka' });
  expect(schema.properties.modules).toBeDefined();
});

test('answers in files are scored, and what a repair would ask is dumped', () => {
  const output = evaluate('--answers', answers ?? '', '--dump', dump ?? '', '--verbose');
  expect(output).toMatch(/^a en F1 1\.00$/m);
  expect(output).toMatch(/^b en conflict: right; request\.contradiction$/m);
  expect(output).toMatch(/^c en F1 0\.00; planner\.unavailable/m);
  expect(output).toMatch(/\| all \| 3 \| 0\.50 \|.*\| 1\/1 \|/);
  const repair = JSON.parse(readFileSync(join(dump ?? '', 'c.2.json'), 'utf8'));
  expect(repair.messages.at(-1).content).toContain('planner.invalid');
});

test('the answer to a repair counts', () => {
  answer('c.2.txt', JSON.stringify(wirePlan({ modules: [] })));
  expect(evaluate('--answers', answers ?? '', '--verbose')).toMatch(/^c en F1 1\.00$/m);
});
