import { describe, expect, test } from 'vitest';
import { appLink } from '../../../src/modules/email/app-link.ts';
import { circuit } from '../../../src/modules/email/circuit.ts';
import { htmlOf } from '../../../src/modules/email/html-of.ts';
import { preferredLanguage } from '../../../src/modules/email/preferred-language.ts';
import { readSender } from '../../../src/modules/email/read-sender.ts';
import { retryDelay } from '../../../src/modules/email/retry-delay.ts';
import { withoutRecipient } from '../../../src/modules/email/without-recipient.ts';

test.each([
  ['ru', 'en', 'ru'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'en', 'ru'],
  ['de-DE,de;q=0.9,en;q=0.5,ru;q=0.7', 'en', 'ru'],
  ['RU;q=0.1, en;q=0.9', 'ru', 'en'],
  ['ru;q=0,en', 'ru', 'en'],
  ['de', 'ru', 'ru'],
  ['*', 'ru', 'ru'],
  ['ru;q=many', 'en', 'en'],
  ['', 'ru', 'ru'],
  [undefined, 'en', 'en'],
] as const)('who asks for %s, or else %s, is written to in %s', (header, fallback, language) => {
  expect(preferredLanguage(header, fallback)).toBe(language);
});

test.each([
  ['https://app.test', 'https://app.test/x?token=a%26b'],
  ['https://app.test/', 'https://app.test/x?token=a%26b'],
  ['https://app.test/shop', 'https://app.test/shop/x?token=a%26b'],
])('links lead to the web app at %s', (appUrl, link) => {
  expect(appLink(appUrl)('/x', { token: 'a&b' })).toBe(link);
});

test.each([
  ['Shop <mail@example.com>', { name: 'Shop', address: 'mail@example.com' }],
  ['mail@example.com', { name: '', address: 'mail@example.com' }],
  [' Мой магазин <mail@example.com> ', { name: 'Мой магазин', address: 'mail@example.com' }],
  ['Shop', undefined],
  ['Shop\n <mail@example.com>', undefined],
  ['Shop <mail@example.com>, x@example.com', undefined],
])('%j is read as a sender', (text, sender) => expect(readSender(text)).toEqual(sender));

test.each([
  ['550 <JANE@Example.com>: unknown', 'jane@example.com', '550 <recipient>: unknown'],
  ['550 janeXo+1@example.com', 'jane.o+1@example.com', '550 janeXo+1@example.com'],
  ['550 a|b$@example.com, no', 'a|b$@example.com', '550 recipient, no'],
  ['550 Иван@ПРИМЕР.рф', 'иван@пример.рф', '550 recipient'],
  ['550 <ivan@xn--e1afmkfd.xn--p1ai>', 'ivan@пример.рф', '550 <recipient>'],
])('of %j about %s remains %j', (said, to, rest) => expect(withoutRecipient(said, to)).toBe(rest));

describe('HTML', () => {
  const html = (text: string, sender = '') =>
    htmlOf({ subject: '<Hi>', text, language: 'en' }, sender);

  test('holds nothing that text could do', () => {
    const page = html(`<script>alert("1")</script>\nhttps://x.test/"onload='x'>`, '<Shop>');
    expect(page).toContain('<title>&lt;Hi&gt;</title>');
    expect(page).toContain('&lt;Shop&gt;');
    expect(page).not.toContain('<script');
    expect(page).toContain('href="https://x.test/&quot;onload=&#39;x&#39;&gt;"');
  });

  test('has links only of web addresses that stand alone', () => {
    expect(html('javascript:alert(1)')).not.toContain('<a');
    expect(html('see https://x.test')).not.toContain('<a');
    expect(html('https://x.test')).toContain('<a href="https://x.test"');
  });
});

test('waits grow fourfold up to an hour, and differ', () => {
  const waits = [1, 2, 3, 4, 5, 6, 12].map((attempts) => retryDelay(attempts, 0.5));
  expect(waits).toEqual([5, 20, 80, 320, 1280, 3600, 3600]);
  expect([retryDelay(1, 0), retryDelay(1, 1)]).toEqual([3.75, 6.25]);
});

test('a server that is gone is asked by one mail at a time, ever more rarely, until it is back', () => {
  let now = 0;
  const server = circuit(1_000, () => now);
  const pauseAfterFailure = () => {
    server.record(false);
    const from = now;
    while (server.allows(5) === 0) now += 10;
    return now - from;
  };
  expect(server.allows(5)).toBe(5);
  expect(pauseAfterFailure()).toBeLessThanOrEqual(1_250);
  expect(server.allows(5)).toBe(1);
  expect(pauseAfterFailure()).toBeGreaterThanOrEqual(1_500);
  for (let n = 0; n < 10; n++) pauseAfterFailure();
  expect(pauseAfterFailure()).toBeLessThanOrEqual(75_000);
  server.record(false);
  // Others that were under way say the same, which makes no difference.
  server.record(false);
  server.record(true);
  expect(server.allows(5)).toBe(5);
});
