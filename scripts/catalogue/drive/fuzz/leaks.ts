const signs: [name: string, sign: RegExp][] = [
  ['a stack trace', /\bat (async )?[\w.<>$ ]*\(?[^\s()]+:\d+:\d+\)?/],
  [
    'a path of the server',
    /(\/(home|usr|var|app|work|srv|tmp)\/[\w./-]+|node_modules\/|\bsrc\/[\w./-]+\.ts\b)/,
  ],
  ['SQL', /\b(select\b.+\bfrom|insert into|update\b.+\bset|delete from)\b/i],
  [
    'an error of the database',
    /Failed query|violates [\w-]+ constraint|relation "|syntax error at or near|PGlite|ECONNREFUSED/,
  ],
];

/** What an error tells about the inside of the server, unless the request said it first. */
export function leakIn(body: string, request: string): { name: string; text: string } | undefined {
  for (const [name, sign] of signs) {
    const text = sign.exec(body)?.[0].slice(0, 160);
    if (text && !request.includes(text)) return { name, text };
  }
  return;
}
