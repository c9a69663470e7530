import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grown, promptTokens } from '../../scripts/eval/prompt-size.ts';
import type { CatalogueData } from '../../src/core/manifest/module.ts';
import { messages } from '../../src/llm/openai/messages.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const present = await treeCatalogue(join(import.meta.dirname, '..', '..')).load();
const prompt = (catalogue: CatalogueData, text = 'a shop with accounts and Stripe') =>
  messages({ text, catalogue }).map(({ content }) => content);

describe('the tokens of a question, schema included', () => {
  test('are at most 6,000 with the present catalogue', () => {
    expect(promptTokens(present)).toBeLessThanOrEqual(6_000);
    expect(promptTokens(present, 'a blog')).toBeGreaterThan(2_000);
  });

  test('grow by far less than the catalogue', () => {
    const of = (size: number) => promptTokens(grown(present, size));
    const [now, hundred, thousand] = [promptTokens(present), of(100), of(1000)];
    expect(hundred).toBeLessThanOrEqual(8_000);
    expect(hundred / now).toBeLessThan(100 / present.modules.size / 2);
    expect((thousand - hundred) / 900).toBeLessThan(20);
  });
});

describe('a large catalogue', () => {
  const large = grown(present, 100);
  const details = (request: string): string[] =>
    JSON.parse(prompt(large, request)[1] ?? '').details ?? [];

  test('has the same first message for every request', () =>
    expect(prompt(large, 'a blog')[0]).toBe(prompt(large, 'сервер с JWT и Docker')[0]));

  test('names every module there, and describes those that fit the request later', () => {
    const [first] = prompt(large);
    for (const id of large.modules.keys()) expect(first).toContain(`- ${id}`);
    expect(first).not.toContain('rotating refresh tokens');
    const fitting = details('a server with JWT and metrics');
    expect(fitting[0]).toMatch(/^- auth-jwt: .*rotating refresh tokens/);
    expect(fitting.length).toBeLessThanOrEqual(12);
  });

  test('offers no details where nothing fits', () => expect(details('xyz')).toEqual([]));

  test('of ready models: those that the request is about come in full', () => {
    const [shop] = present.blueprints.filter(({ id }) => id === 'shop');
    if (!shop) throw new Error('no shop');
    const others = Array.from({ length: 30 }, (_, at) => {
      return { ...shop, id: `shop-${at}`, keywords: { en: [`kind${at}`], ru: [] } };
    });
    const many = { ...present, blueprints: [...present.blueprints, ...others] };
    const [first, second = ''] = prompt(many, 'an online store');
    expect(first).toContain('- shop-7 (');
    expect(first).not.toContain('Product [');
    expect(JSON.parse(second).details.join()).toContain('Product [');
  });
});
