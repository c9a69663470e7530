import { expect, test } from 'vitest';
import { topics } from '../../src/core/plan/topics.ts';
import { cataloguePrompt } from '../../src/llm/openai/catalogue-prompt.ts';
import { WirePlan, wireJsonSchema } from '../../src/llm/openai/wire-plan.ts';
import { catalogue } from './llm-catalogue.ts';
import { wirePlan } from './wire-plan.ts';

type Schema = Record<string, unknown>;
const allowed = new Set(
  'type properties required additionalProperties items enum anyOf description const'.split(' '),
);

function* nodes(schema: Schema, path = '$'): Generator<[string, Schema]> {
  yield [path, schema];
  const children: [string, unknown][] = [
    ...Object.entries((schema.properties as Schema | undefined) ?? {}),
    ...(schema.items ? [['items', schema.items] as [string, unknown]] : []),
    ...((schema.anyOf as unknown[] | undefined) ?? []).map((s, i): [string, unknown] => [
      `${i}`,
      s,
    ]),
  ];
  for (const [name, child] of children) yield* nodes(child as Schema, `${path}.${name}`);
}

const schema = wireJsonSchema([...catalogue.modules.keys()]);

test('the schema stays within the strict subset', () => {
  for (const [path, node] of nodes(schema)) {
    expect(
      Object.keys(node).filter((key) => !allowed.has(key)),
      path,
    ).toEqual([]);
    if (node.type !== 'object') continue;
    expect(node.additionalProperties, path).toBe(false);
    expect(node.required, path).toEqual(Object.keys(node.properties as Schema));
  }
  expect([...nodes(schema)].length).toBeGreaterThan(40);
});

test('the model is held to the ids of the catalogue', () => {
  const ids = [...nodes(schema)].find(([path]) => path.endsWith('modules.items.id'))?.[1].enum;
  expect(ids).toEqual([...catalogue.modules.keys()].toSorted());
});

test('a part that is not covered is one of the known topics or something else', () => {
  const path = '$.uncovered.items.topic';
  const found = [...nodes(schema)].find(([at]) => at === path)?.[1].enum;
  expect(found).toEqual([...topics, 'other']);
});

test('the example answer fits the schema', () =>
  expect(WirePlan.parse(wirePlan())).toEqual(wirePlan()));

test('the same catalogue makes the same prompt, whatever the order of its files', () => {
  const turned = {
    ...catalogue,
    modules: new Map([...catalogue.modules].toReversed()),
    blueprints: catalogue.blueprints.toReversed(),
  };
  expect(cataloguePrompt(turned)).toBe(cataloguePrompt(catalogue));
});

test('the ready models say what only admins set', () =>
  expect(cataloguePrompt(catalogue)).toMatch(/Order \[owned, .*?\] status:enum \(managed\)/));

test('the ready models say the bounds of their numbers', () =>
  expect(cataloguePrompt(catalogue)).toMatch(/quantity:integer 1\.\. .*?rating:integer 1\.\.5 /));

test('the prompt names every module, option and ready model', () => {
  const prompt = cataloguePrompt(catalogue);
  for (const id of catalogue.modules.keys()) expect(prompt).toContain(`- ${id}`);
  for (const { id } of catalogue.blueprints) expect(prompt).toContain(`- ${id} (`);
  expect(prompt).toContain('ttl: integer = 15');
});
