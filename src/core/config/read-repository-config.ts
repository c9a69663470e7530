import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '../errors/problem.ts';
import { nearestName } from '../resolve/nearest-name.ts';
import { configPath, defaultConfig, RepositoryConfig } from './repository-config.ts';

type Path = readonly PropertyKey[];
interface Source {
  document: Document;
  lines: LineCounter;
}
/** Makes a problem that names the place of a key or value in the file. */
export type ProblemAt = (path: Path, detail: string) => Problem;
export interface ReadConfig {
  config: RepositoryConfig;
  problemAt: ProblemAt;
}

const maxLength = 20_000;

/** The configuration in a text, or each of its errors with line and column. An empty text is none. */
export function readRepositoryConfig(text: string): Result<ReadConfig> {
  if (text.length > maxLength)
    return fail(at({ line: 1, col: 1 }, `longer than ${maxLength} characters`));
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) {
    return fail(...document.errors.map(({ pos, message }) => at(lines.linePos(pos[0]), message)));
  }
  const problemAt: ProblemAt = (path, detail) => at(placeOf({ document, lines }, path), detail);
  const value = toValue(document);
  if (value === null) return ok({ config: defaultConfig, problemAt });
  const parsed = RepositoryConfig.safeParse(value);
  if (parsed.success) return ok({ config: parsed.data, problemAt });
  return fail(...parsed.error.issues.flatMap((issue) => explain(issue, problemAt)));
}

/** Aliases that would unfold into a huge value make the library throw: such a file says nothing. */
function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return 'aliases';
  }
}

function explain(issue: z.core.$ZodIssue, problemAt: ProblemAt): Problem[] {
  if (issue.code !== 'unrecognized_keys') {
    const where = issue.path.length > 0 ? `\`${issue.path.join('.')}\` ` : '';
    return [problemAt(issue.path, `${where}${wordsOf(issue)}`)];
  }
  const known = keysAt(issue.path);
  return issue.keys.map((key) => {
    const nearest = nearestName(key, known);
    const hint = nearest ? `; did you mean \`${nearest}\`?` : `; known keys: ${known.join(', ')}`;
    return problemAt([...issue.path, key], `\`${key}\` is not a key here${hint}`);
  });
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_format') return issue.message;
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`;
  return issue.message.toLowerCase();
}

const names: Record<string, string> = { object: 'a map', array: 'a list' };
const article = (type: string) => names[type] ?? `a ${type}`;

/** The keys that the schema knows at a path. */
function keysAt(path: Path): string[] {
  const key = path[0];
  const shape = RepositoryConfig.shape;
  if (key === undefined) return Object.keys(shape);
  const inner = { defaults: shape.defaults, modules: shape.modules, trigger: shape.trigger };
  const section = inner[key as keyof typeof inner];
  return section ? Object.keys(section.unwrap().shape) : [];
}

/** Where a key is written; the nearest parent's place when the key itself is absent. */
function placeOf({ document, lines }: Source, path: Path) {
  let offset = 0;
  let node: unknown = document.contents;
  for (const key of path) {
    const found = childOf(node, key);
    if (!found) break;
    offset = found.offset;
    node = found.node;
  }
  return lines.linePos(offset);
}

function childOf(parent: unknown, key: PropertyKey): { offset: number; node: unknown } | null {
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
    );
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    return pair && start !== undefined ? { offset: start, node: pair.value } : null;
  }
  const node: unknown = (parent as { items?: unknown[] } | null)?.items?.[Number(key)];
  return isNode(node) && node.range ? { offset: node.range[0], node } : null;
}

const at = ({ line, col }: { line: number; col: number }, detail: string) =>
  problem('config.invalid', { file: configPath, line: `${line}`, column: `${col}`, detail });
