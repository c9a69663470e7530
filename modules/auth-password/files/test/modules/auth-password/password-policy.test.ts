import { expect, test } from 'vitest';
import { passwordWeakness } from '../../../src/modules/auth-password/password-policy.ts';

const weakness = (password: string) => passwordWeakness(password, 'jane.doe@example.com');

test.each([
  ['correct horse battery staple', undefined],
  ['the rain in spain', undefined],
  ['длинная фраза без смысла', undefined],
  ['            x            y', undefined],
  ['password1234', 'This password is among the first that get guessed.'],
  ['PASSWORD1234', 'This password is among the first that get guessed.'],
  ['ｐａｓｓｗｏｒｄ１２３４', 'This password is among the first that get guessed.'],
  ['йцукенгшщзхъ', 'This password is among the first that get guessed.'],
  ['aaaaaaaaaaaaa', 'This password repeats itself.'],
  ['abcabcabcabca', 'This password repeats itself.'],
  ['my name is Jane.Doe', 'This password contains your e-mail address.'],
])('%s: %s', (password, expected) => {
  expect(weakness(password)).toBe(expected);
});

test('an address with a short name forbids nothing', () => {
  expect(passwordWeakness('correct horse battery', 'or@example.com')).toBeUndefined();
});
