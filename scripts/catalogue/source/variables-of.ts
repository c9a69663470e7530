import { isNode, nameOf, nodesOf, type SyntaxNode } from './nodes-of.ts';

const variable = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** Environment variables that a file reads: by a TypeBox object, by `env.NAME`, or taken apart from env. */
export const variablesOf = (path: string, source: string): string[] => [
  ...new Set(
    nodesOf(path, source)
      .flatMap(readBy)
      .filter((name) => variable.test(name)),
  ),
];

function readBy(node: SyntaxNode): string[] {
  if (node.type === 'CallExpression' && isTypeObject(node.callee)) {
    const [shape] = node.arguments as SyntaxNode[];
    return shape ? keysOf(shape) : [];
  }
  if (node.type === 'MemberExpression' && isEnv(node.object)) return [nameOf(node.property)];
  if (node.type === 'VariableDeclarator' && isEnv(node.init) && isNode(node.id)) {
    return keysOf(node.id);
  }
  return [];
}

const isTypeObject = (callee: unknown) =>
  isNode(callee) &&
  callee.type === 'MemberExpression' &&
  nameOf(callee.object) === 'Type' &&
  nameOf(callee.property) === 'Object';

const isEnv = (node: unknown): boolean =>
  nameOf(node) === 'env' ||
  (isNode(node) && node.type === 'MemberExpression' && nameOf(node.property) === 'env');

const keysOf = ({ properties = [] }: SyntaxNode): string[] =>
  (properties as SyntaxNode[]).map(({ key }) => nameOf(key));

/** Defaults that a file gives to environment variables, where they are literals. */
export const defaultsOf = (path: string, source: string): Map<string, unknown> =>
  new Map(
    nodesOf(path, source)
      .filter((node) => node.type === 'CallExpression' && isTypeObject(node.callee))
      .flatMap((node) => ((node.arguments as SyntaxNode[])[0]?.properties ?? []) as SyntaxNode[])
      .filter(({ key }) => variable.test(nameOf(key)))
      .flatMap(({ key, value }) => {
        const given = literalDefault(value);
        return given === undefined ? [] : [[nameOf(key), given] as const];
      }),
  );

/** Of `Type.Integer({ default: 5 })` the 5. */
function literalDefault(type: unknown): unknown {
  const given = isNode(type) ? ((type.arguments ?? []) as SyntaxNode[]) : [];
  const properties = given.flatMap((each) => (each.properties ?? []) as SyntaxNode[]);
  const value = properties.find(({ key }) => nameOf(key) === 'default')?.value;
  return isNode(value) && value.type === 'Literal' ? value.value : undefined;
}
