const textTypes =
  /^(text\/|application\/(.+\+)?(json|xml|javascript|x-www-form-urlencoded)$|.+\+xml$)/;

interface Answer {
  headers: Record<string, unknown>;
  rawPayload: Buffer;
}

/** Lambda's answers are JSON, so whatever is not UTF-8 text travels in base64. */
export function isBinary({ headers, rawPayload }: Answer): boolean {
  if (rawPayload.length === 0) return false;
  const { 'content-encoding': encoding = 'identity', 'content-type': given = '' } = headers;
  const [type = '', ...parameters] = String(given)
    .toLowerCase()
    .split(/\s*;\s*/);
  const charset = parameters.find((each) => each.startsWith('charset='))?.slice(8);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  return encoding !== 'identity' || !textTypes.test(type) || !isUtf8;
}
