import { expect, it } from 'vitest';
import { format } from '../../src/core/render/format.ts';

it('sorts imports, drops unused ones and formats in one go', () => {
  const written = `import { b } from './b.ts';\nimport {used,  unused, type Shape} from "a";\n\nexport const x:Shape=[used,b]`;
  expect(format('src/x.ts', written)).toBe(
    `import { type Shape, used } from 'a';\nimport { b } from './b.ts';\n\nexport const x: Shape = [used, b];\n`,
  );
});

it('imports what is only a type as a type', () => {
  expect(format('src/x.ts', `import { A } from 'a';\n\nexport const x: A = 1;`)).toBe(
    `import type { A } from 'a';\n\nexport const x: A = 1;\n`,
  );
});

it.each([
  ['src/x.ts', 'const  = 1;', 'src/x.ts: Expected an identifier'],
  ['x.json', '{"a":', 'x.json: Expected an array'],
])('refuses %s with %s', (path, content, words) => {
  expect(() => format(path, content)).toThrow(words);
});

it('holds on to none of the files that it formatted', () => {
  const lines = Array.from({ length: 400 }, (_, line) => `export const name${line} = ${line};`);
  const file = lines.join('\n');
  const grownBy = (files: number) => {
    const before = process.memoryUsage().external;
    for (let count = 0; count < files; count += 1) format('src/x.ts', file);
    return process.memoryUsage().external - before;
  };
  grownBy(200);
  expect(grownBy(200)).toBeLessThan(10_000_000);
});
