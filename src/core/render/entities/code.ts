/** A template of code: a line that holds nothing but an empty value disappears. */
export function code(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((before, after, index) => {
    const value = String(values[index - 1]);
    const isAlone = value === '' && /\n[ \t]*$/.test(before) && /^[ \t]*\n/.test(after);
    return isAlone ? before.trimEnd() + after : before + value + after;
  });
}
