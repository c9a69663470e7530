import type { CatalogueData } from '../../src/core/manifest/module.ts';
import { messages } from '../../src/llm/openai/messages.ts';
import { wireJsonSchema } from '../../src/llm/openai/wire-plan.ts';
import { tokens } from './tokens.ts';

const request =
  'an online store with accounts, product catalogue, orders paid with Stripe, search and a blog, in PostgreSQL';

/** Tokens of one question, schema included. */
export const promptTokens = (catalogue: CatalogueData, text = request): number =>
  tokens(
    [
      ...messages({ text, catalogue }).map(({ content }) => content),
      JSON.stringify(wireJsonSchema([...catalogue.modules.keys()])),
    ].join('\n'),
  );

/** A catalogue of `count` modules: the present ones, and copies of them under other ids. */
export function grown(catalogue: CatalogueData, count: number): CatalogueData {
  const real = [...catalogue.modules.values()];
  const modules = Array.from({ length: count }, (_, at) => {
    const module = real[at % real.length] as (typeof real)[number];
    const id = at < real.length ? module.id : `${module.id}-${at}`;
    return [id, { ...module, id }] as const;
  });
  return { ...catalogue, modules: new Map(modules) };
}

/** A Markdown table: how the prompt grows with the catalogue. */
export function promptSizeTable(catalogue: CatalogueData): string {
  const sizes = [catalogue.modules.size, 50, 100, 200];
  const rows = sizes.map((size) => `| ${size} | ${promptTokens(grown(catalogue, size))} |`);
  return ['| modules | input tokens |', '| ---: | ---: |', ...rows].join('\n');
}
