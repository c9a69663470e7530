/** Licences under which a package may become part of somebody's closed server without further duties. */
const compatible = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Whether an SPDX expression leaves a way that is compatible: one side of OR, both of AND. */
export function isCompatible(expression: string): boolean {
  const plain = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isCompatible);
  if (plain.includes(' AND ')) return plain.split(' AND ').every(isCompatible);
  return compatible.has(plain);
}
