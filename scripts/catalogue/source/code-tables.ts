import { isNode, nameOf, nodesOf, type SyntaxNode } from './nodes-of.ts';

/** A column as Drizzle's `pgTable` declares it. */
export interface CodeColumn {
  table: string;
  column: string;
  isRequired: boolean;
}

/** Columns of every `pgTable('name', { … })` of a file. */
export const codeColumns = (path: string, source: string): CodeColumn[] =>
  nodesOf(path, source)
    .filter(({ type, callee }) => type === 'CallExpression' && nameOf(callee) === 'pgTable')
    .flatMap(({ arguments: given }) => {
      const [table, shape] = given as SyntaxNode[];
      const properties = (shape?.properties ?? []) as SyntaxNode[];
      return properties.flatMap(({ key, value }) => {
        const calls = isNode(value) ? callsOf(value) : [];
        const [first] = (calls.at(-1)?.arguments ?? []) as SyntaxNode[];
        const column = typeof first?.value === 'string' ? first.value : nameOf(key);
        const names = calls.map(({ callee }) => methodOf(callee));
        const isRequired = names.includes('notNull') || names.includes('primaryKey');
        return calls.length === 0 ? [] : [{ table: nameOf(table), column, isRequired }];
      });
    });

/** Of `text('name').notNull()` the calls, from the last to the first. */
function callsOf(node: SyntaxNode): SyntaxNode[] {
  if (node.type !== 'CallExpression') return [];
  const { callee } = node;
  const inner = isNode(callee) && callee.type === 'MemberExpression' ? callee.object : null;
  return [node, ...(isNode(inner) ? callsOf(inner) : [])];
}

const methodOf = (callee: unknown) =>
  isNode(callee) && callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee);
