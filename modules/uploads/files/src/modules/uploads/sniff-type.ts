import { fileTypeFromBuffer } from 'file-type';
import { canonicalType } from './canonical-type.ts';

/** So many first bytes tell what a file is. */
export const sampleBytes = 4100;

/** What a file is by its first bytes. Kinds of text look alike, so there the sender has a say. */
export async function sniffType(head: Buffer, declared: string): Promise<string> {
  const found = await fileTypeFromBuffer(head);
  if (found && found.mime !== 'application/xml') return canonicalType(found.mime);
  const text = asText(head);
  if (text === undefined) return found?.mime ?? 'application/octet-stream';
  return markupType(text) ?? textType(declared);
}

/** Undefined unless it is UTF-8 without the control characters that no text has. */
function asText(head: Buffer): string | undefined {
  try {
    // The sample may end within a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What browsers would take for a page or an image that may run scripts. */
function markupType(text: string): string | undefined {
  if (!/^\s*<[a-z!?]/i.test(text)) return undefined;
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml';
  return /^\s*<\?xml/i.test(text) ? 'application/xml' : 'text/html';
}

function textType(declared: string): string {
  const type = canonicalType(declared);
  // What Windows calls CSV where Excel is installed.
  if (type === 'application/vnd.ms-excel') return 'text/csv';
  const isText = /^text\/(?!html$)/.test(type) || type === 'application/json';
  return isText ? type : 'text/plain';
}
