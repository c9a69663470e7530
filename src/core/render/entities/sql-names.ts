/** PostgreSQL cuts longer names off silently; then two could become one. */
const longest = 63;

export function sqlName(...parts: string[]): string {
  const name = parts.join('_');
  return name.length <= longest ? name : `${name.slice(0, longest - 9)}_${hash(name)}`;
}

/** The name as it stands in SQL: quoted where it is a word of the language. */
export const quoted = (name: string) => (reserved.has(name) ? `"${name}"` : name);

/** FNV-1a, in eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}

/** What PostgreSQL does not take as a column or table name without quotes. */
const reserved: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean
  both case cast char character check coalesce collate collation column concurrently constraint create
  cross current_catalog current_date current_role current_schema current_time current_timestamp
  current_user dec decimal default deferrable desc distinct do else end except exists extract false
  fetch float for foreign freeze from full grant greatest group grouping having ilike in initially
  inner inout int integer intersect interval into is isnull join json lateral leading least left like
  limit localtime localtimestamp national natural nchar none normalize not notnull null nullif numeric
  offset on only or order out outer overlaps overlay placing position precision primary real
  references returning right row select session_user setof similar smallint some substring symmetric
  system_user table tablesample then time timestamp to trailing treat trim true union unique user
  using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
  xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/),
);
