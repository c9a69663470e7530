import type { Cell } from './check-route.ts';
import type { Who } from './world.ts';

/** The matrix in Markdown: what each was answered, and whether that is right. */
export function matrixTable(cells: readonly Cell[]): string {
  const outsiders = cells.some(({ who }) => who === 'outsider') ? (['outsider'] as const) : [];
  const columns: Who[] = ['nobody', 'member A', 'member B', 'admin', ...outsiders];
  const rows = [...Map.groupBy(cells, ({ where }) => where)].map(([where, row]) => {
    const shown = columns.map((who) => cellText(row.find((cell) => cell.who === who)));
    return `| \`${where}\` | ${row[0]?.access} | ${shown.join(' | ')} |`;
  });
  const head = `| route | declared | ${columns.join(' | ')} |`;
  return [head, `|${' --- |'.repeat(columns.length + 2)}`, ...rows, ''].join('\n');
}

const cellText = (cell: Cell | undefined) =>
  cell ? `${cell.status} ${cell.right ? '✓' : `✗ (${cell.expected})`}` : '';
