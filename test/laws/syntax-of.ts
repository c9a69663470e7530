import { parseSync } from 'oxc-parser';

interface Node {
  type: string;
  [key: string]: unknown;
}

export interface ClassFound {
  name: string;
  parent: string;
}

/** Every node of a source file's syntax tree; text inside template literals is text, not code. */
function nodesOf(path: string, source: string): Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      found.push(value);
      Object.values(value).forEach(visit);
    }
  };
  visit(parseSync(path, source).program);
  return found;
}

/** Syntax that makes code depend on the world or on time. */
export function impurities(path: string, source: string): string[] {
  return nodesOf(path, source).flatMap((node) => {
    if (node.async === true) return ['async'];
    if (node.type === 'AwaitExpression') return ['await'];
    if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
      return (node.arguments as unknown[]).length === 0 ? ['new Date()'] : [];
    }
    const member = node.type === 'MemberExpression' ? memberName(node) : '';
    return ['process.env', 'Date.now', 'Math.random'].filter((name) => name === member);
  });
}

export function classesOf(path: string, source: string): ClassFound[] {
  return nodesOf(path, source)
    .filter(({ type }) => type === 'ClassDeclaration' || type === 'ClassExpression')
    .map((node) => ({ name: nameOf(node.id), parent: nameOf(node.superClass) }));
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (value: unknown) => (isNode(value) ? String(value.name ?? '') : '');
const memberName = (node: Node) => `${nameOf(node.object)}.${nameOf(node.property)}`;
