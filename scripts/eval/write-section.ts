import { readFileSync, writeFileSync } from 'node:fs';

/** Puts the text between `<!-- name -->` and `<!-- /name -->`, which must stand in the file. */
export function writeSection(path: string, name: string, content: string): void {
  const text = readFileSync(path, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`${path} has no ${open} … ${close}`);
  writeFileSync(path, `${text.slice(0, from + open.length)}\n\n${content}\n\n${text.slice(to)}`);
}
