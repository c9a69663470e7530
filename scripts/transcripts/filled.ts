/** A document with what stands between its markers `<!-- name -->` and `<!-- /name -->` replaced. */
export function filled(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const at = text.indexOf(open) + open.length;
  return `${text.slice(0, at)}\n\n${content}\n\n${text.slice(text.indexOf(close))}`;
}
