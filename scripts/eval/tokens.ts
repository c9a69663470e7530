import { getEncoding } from 'js-tiktoken';

const encoding = getEncoding('o200k_base');

/** Tokens as recent OpenAI models count them; others differ by some per cent. */
export const tokens = (text: string): number => encoding.encode(text, [], []).length;
