import { parseSync } from 'oxc-parser';

export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** Top-level statements of a TypeScript file. */
export const statementsOf = (path: string, source: string): SyntaxNode[] =>
  parseSync(path, source).program.body as unknown as SyntaxNode[];

/** Every node of a TypeScript file. */
export function nodesOf(path: string, source: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
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

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Name of an identifier, or the text of a literal. */
export const nameOf = (value: unknown): string =>
  isNode(value) ? String(value.name ?? value.value ?? '') : '';
