/**
 * The part of a Markdown text from the heading `from` (null: the start) up to the heading `to`.
 * @throws when a heading is not there
 */
export function sections(markdown: string, from: string | null, to: string): string {
  const at = (title: string) => {
    const found = markdown.indexOf(`\n## ${title}\n`);
    if (found < 0) throw new Error(`No section is called ${title}`);
    return found;
  };
  return markdown.slice(from === null ? 0 : at(from), at(to));
}
