import { parseSync } from 'oxc-parser';
import { nameOf, type SyntaxNode, statementsOf } from './nodes-of.ts';

/** Names that a file exports, types among them. */
export const exportsOf = (path: string, source: string): string[] =>
  parseSync(path, source)
    .module.staticExports.flatMap(({ entries }) => entries)
    .map(({ exportName }) =>
      exportName.kind === 'Default' ? 'default' : (exportName.name ?? '*'),
    );

/** Exported types of a contract and what they declare: `Mailer.send` -> its text without spaces. */
export function membersOf(path: string, source: string): Record<string, string> {
  const text = ({ start, end }: SyntaxNode) => source.slice(start, end).replaceAll(/\s+/g, ' ');
  const members = interfacesOf(statementsOf(path, source)).flatMap(([name, node]) => {
    const body = (node.body as SyntaxNode | undefined)?.body as SyntaxNode[] | undefined;
    if (!body) return [[name, text(node)]];
    return [
      [name, 'interface'],
      ...body.map((member) => [`${name}.${nameOf(member.key)}`, text(member)]),
    ];
  });
  return Object.fromEntries(members);
}

/** Interfaces and types: exported ones, and those that extend Fastify's. */
function interfacesOf(statements: readonly SyntaxNode[]): [string, SyntaxNode][] {
  return statements.flatMap((statement): [string, SyntaxNode][] => {
    if (statement.type === 'TSModuleDeclaration') {
      return interfacesOf((statement.body as SyntaxNode).body as SyntaxNode[]);
    }
    const declared = (statement.declaration ?? statement) as SyntaxNode;
    const isType = /^TS(Interface|TypeAlias)Declaration$/.test(declared.type);
    return isType ? [[nameOf(declared.id), declared]] : [];
  });
}
