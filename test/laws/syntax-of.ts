import { nameOf, nodesOf, type SyntaxNode } from '../../scripts/catalogue/source/nodes-of.ts';

export interface ClassFound {
  name: string;
  parent: string;
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

const memberName = (node: SyntaxNode) => `${nameOf(node.object)}.${nameOf(node.property)}`;
