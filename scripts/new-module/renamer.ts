/** Replaces hello, in each way that a name is written, by the same way of writing `id`. */
export function renamer(id: string): (text: string) => string {
  const words = id.split('-');
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const camel = [words[0], ...capitals.slice(1)].join('');
  const forms: Record<string, string> = {
    hello: id,
    Hello: capitals.join(' '),
    HELLO: words.join('_').toUpperCase(),
  };
  return (text) =>
    text
      // Where code wants an identifier, a dash is not allowed.
      .replaceAll(/(\b(?:const|import) |\b(?:fp|register)\(|"as": ")hello\b/g, `$1${camel}`)
      .replaceAll(/hello|Hello|HELLO/g, (form) => forms[form] ?? form);
}
