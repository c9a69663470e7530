import fc from 'fast-check';

export const spoils = [
  'nothing',
  'wrong type',
  'missing',
  'extra',
  'boundary',
  'huge',
  'unicode',
  'NUL',
  'deep',
  'broken JSON',
  'content type',
  'parameter',
  'unknown parameter',
] as const;
export type Spoil = (typeof spoils)[number];

/** Half of the requests are left as they are: behind the checks there is more to break. */
export const spoilArbitrary: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('nothing' as const) },
  { weight: 12, arbitrary: fc.constantFrom(...spoils) },
);

export const garbage: readonly string[] = [
  '-1',
  '0',
  '9'.repeat(30),
  'null',
  'undefined',
  '[object Object]',
  '../../etc/passwd',
  "' OR 1=1 --",
  '%',
  'a\u0000b',
  '😀'.repeat(10),
  'é\u0301\u202e',
  '1e400',
  'NaN',
  '{"a":1}',
  'x'.repeat(150),
];

const instead: Partial<Record<Spoil, readonly unknown[]>> = {
  'wrong type': [42, 'text', true, null, [], {}, [null], 1.5],
  boundary: [0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, '', ' ', '0001-01-01T00:00:00Z', '9'],
  huge: ['x'.repeat(20_000), Array(5000).fill(0), Number.MAX_VALUE],
  unicode: [
    '😀👩‍👩‍👧',
    '\ud800',
    '\u202e\u0000'.slice(0, 1),
    'İıẞ',
    '\ufeff',
    'a\u0301'.repeat(50),
  ],
  NUL: ['\u0000', 'a\u0000b'],
};

const broken = [
  '',
  '{',
  '{"a":',
  'null',
  '[]',
  '"text"',
  '42',
  '{"a":1}}',
  '{"__proto__":{"a":1}}',
  '\u0000',
];

export const contentTypes = [
  'text/plain',
  'application/xml',
  'application/json; charset=latin1',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'nonsense',
];

const extras = ['unexpected', 'isAdmin', 'role', 'id', 'constructor', '$where'];

/** The text of a body with one thing wrong; `at` chooses where and what. */
export function spoiledBody(body: unknown, spoil: Spoil, at: number): string {
  const text = JSON.stringify(body) ?? 'null';
  if (spoil === 'broken JSON') return pick(broken, at);
  if (spoil === 'deep') return at % 2 ? `${'['.repeat(3000)}${']'.repeat(3000)}` : deepIn(body, at);
  if (spoil === 'huge' && at % 20 === 0) return JSON.stringify({ huge: 'x'.repeat(1_100_000) });
  const paths = pathsIn(body);
  const path = pick(paths, at);
  if (spoil === 'missing' && path && path.length > 0) return JSON.stringify(changed(body, path));
  if (spoil === 'extra') return JSON.stringify(withExtra(body, pick(extras, at)));
  const values = instead[spoil];
  if (!values || !path) return text;
  return JSON.stringify(changed(body, path, { value: pick(values, Math.floor(at / 7)) })) ?? 'null';
}

const pick = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;

const withExtra = (body: unknown, name: string) =>
  typeof body === 'object' && body !== null ? { ...body, [name]: 'unexpected' } : { [name]: body };

function deepIn(body: unknown, at: number): string {
  const nested = `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`;
  const path = pick(pathsIn(body), at) ?? [];
  return (
    JSON.stringify(changed(body, path, { value: '@deep' }))?.replace('"@deep"', nested) ?? nested
  );
}

/** Where something stands in a body: the body itself, and everything in it. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]));
  return [...inner, path];
}

/** A copy with another value at the path, or nothing there. */
function changed(body: unknown, path: readonly string[], put?: { value: unknown }): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put?.value;
  if (Array.isArray(body)) {
    const index = Number(key);
    const kept = rest.length > 0 || put ? [changed(body[index], rest, put)] : [];
    return [...body.slice(0, index), ...kept, ...body.slice(index + 1)];
  }
  const { [key]: inner, ...others } = body as Record<string, unknown>;
  return rest.length > 0 || put ? { ...others, [key]: changed(inner, rest, put) } : others;
}
