/** Lines of a vocabulary table, split at the bars. */
export const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

export const list = (cell = ''): string[] =>
  cell
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

export const words = (cell = ''): string[] => cell.split(/\s+/).filter(Boolean);
