import { fromMarkdown } from 'mdast-util-from-markdown';

export const commandNames = ['build', 'plan', 'modules', 'explain', 'help'] as const;
type Name = (typeof commandNames)[number];

/**
 * What a person asked the App to do. `text` is what follows the command's name; `agree` is a 👍
 * that stands alone.
 */
export type Command =
  | { kind: Name; text: string }
  | { kind: 'unknown'; word: string; text: string }
  | { kind: 'agree' };

/** GitHub's own ceiling for a body. */
const maxBody = 65_536;

/** Thousands of nested quotes cost the parser seconds and tell it nothing. */
const deepNesting = /^([ \t>*+\-\d.)]{100})[ \t>*+\-\d.)]+/gm;

const commandLine = /^[ \t\u00a0]*\/sotacode(?:[ \t\u00a0]+([^\s\u00a0]+))?(?=[\s\u00a0]|$)/i;

/**
 * Reads `/sotacode <word> …` from the first line of a Markdown body that the author wrote to us:
 * quotes, fenced or indented code and HTML comments are passed over.
 *
 * parseCommand('> hi\n\n/sotacode build a shop') // { kind: 'build', text: 'a shop' }
 * @returns null when the text is not addressed to the App
 */
export function parseCommand(markdown: string): Command | null {
  const body = markdown.slice(0, maxBody).replaceAll(deepNesting, '$1');
  if (thumbsUp.test(body.trim())) return { kind: 'agree' };
  if (!/\/sotacode/i.test(body)) return null;
  const source = body.slice(firstSpokenOffset(body));
  const match = commandLine.exec(source);
  if (!match) return null;
  const word = (match[1] ?? '').toLowerCase().replace(/[.:,;!]+$/, '');
  const text = requestText(source.slice(match[0].length));
  const kind = word === '' ? 'help' : commandNames.find((name) => name === word);
  return kind ? { kind, text } : { kind: 'unknown', word, text };
}

const thumbsUp = /^(?:👍[\u{1F3FB}-\u{1F3FF}]?|:(?:\+1|thumbsup):)$/u;

/** Only blocks matter here, and inline constructs are where hostile input costs time. */
const blocksOnly = {
  disable: {
    null: ['attention', 'autolink', 'codeText', 'htmlText', 'labelEnd', 'labelStartImage'].concat([
      'labelStartLink',
      'characterReference',
      'characterEscape',
      'hardBreakEscape',
    ]),
  },
};

function firstSpokenOffset(body: string): number {
  const tree = fromMarkdown(body, { extensions: [blocksOnly] });
  const block = tree.children.find(
    (node) =>
      node.type !== 'blockquote' &&
      node.type !== 'code' &&
      !(node.type === 'html' && node.value.trimStart().startsWith('<!--')),
  );
  return block?.position?.start.offset ?? body.length;
}

const requestText = (rest: string) =>
  rest
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\r\n?/g, '\n')
    .trim();
