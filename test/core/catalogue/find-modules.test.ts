import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findModules } from '../../../src/core/catalogue/find-modules.ts';
import { treeCatalogue } from '../../../src/registry/tree-catalogue.ts';
import { aCatalogue, aModule } from '../../builders.ts';

const catalogue = await treeCatalogue(join(import.meta.dirname, '../../..')).load();
const find = (words: string) => findModules(words, catalogue, 'en').map(({ id }) => id);

it.each([
  ['postgres', 'db-postgres'],
  ['postgers', 'db-postgres'],
  ['health', 'health'],
  ['passwords', 'auth-password'],
  ['вход по паролю', 'auth-password'],
  ['документация api', 'openapi'],
  ['Sign users in with an e-mail and password', 'auth-password'],
  ['rate limiting', 'rate-limit'],
  ['dock', 'docker'],
  ['sign-in', 'auth-password'],
])('%s finds %s first', (words, id) => {
  expect(find(words)[0]).toBe(id);
});

it('no words: every module, by category, then title', () => {
  const modules = findModules(' ', catalogue, 'en');
  const order = modules.map(({ manifest }) => `${manifest.category}/${manifest.title}`);
  expect(modules).toHaveLength(catalogue.modules.size);
  expect(order).toEqual([...order].sort());
});

it('words of no module find nothing', () => {
  expect(find('zeppelin')).toEqual([]);
});

it('a word that every module shares does not bury the one that is meant', () => {
  const shared = ['a', 'b', 'c'].map((id) =>
    aModule(id, {}, { description: 'Uses redis or not.' }),
  );
  const cache = aModule('redis-cache', {}, { description: 'Caching.' });
  const found = findModules('redis', aCatalogue(...shared, cache), 'en').map(({ id }) => id);
  expect(found).toEqual(['redis-cache']);
});

it("prefers the module that has the word in the reader's language", () => {
  const en = aModule('one', { keywords: { en: ['chat'], ru: [] } });
  const ru = aModule('two', { keywords: { en: [], ru: ['chat'] } });
  const first = (language: 'en' | 'ru') => findModules('chat', aCatalogue(en, ru), language)[0]?.id;
  expect([first('en'), first('ru')]).toEqual(['one', 'two']);
});
