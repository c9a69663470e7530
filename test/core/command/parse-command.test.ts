import { expect, test } from 'vitest';
import { type Command, parseCommand } from '../../../src/core/command/parse-command.ts';

const build = (text: string): Command => ({ kind: 'build', text });

test.each<[string, string, Command | null]>([
  ['a plain command', '/sotacode build a shop', build('a shop')],
  [
    'several lines',
    '/sotacode build a shop\n- accounts\n- orders',
    build('a shop\n- accounts\n- orders'),
  ],
  ['a paragraph after it', '/sotacode build a shop\n\nwith orders', build('a shop\n\nwith orders')],
  ['the request on the next line', '/sotacode build\na shop', build('a shop')],
  ['CRLF', '/sotacode build a shop\r\nwith orders\r\n', build('a shop\nwith orders')],
  ['no-break spaces', '\u00a0/sotacode\u00a0build\u00a0a shop', build('a shop')],
  ['three leading spaces', '   /sotacode build a shop', build('a shop')],
  ['leading empty lines', '\n\n/sotacode build a shop', build('a shop')],
  ['capital letters', '/SotaCode Build a shop', build('a shop')],
  ['a colon', '/sotacode build: a shop', build('a shop')],
  ['Russian', '/sotacode build магазин с заказами', build('магазин с заказами')],
  ['after a quote', '> what now?\n\n/sotacode build a shop', build('a shop')],
  ['after a fence', '```\n/sotacode build x\n```\n/sotacode build a shop', build('a shop')],
  ['after a comment', '<!-- template -->\n/sotacode build a shop', build('a shop')],
  [
    'after a long comment',
    '<!--\n/sotacode build x\n-->\n\n/sotacode build a shop',
    build('a shop'),
  ],
  ['a comment inside', '/sotacode build a shop <!-- secret --> soon', build('a shop  soon')],
  ['an underlined line', '/sotacode build a shop\n---', build('a shop\n---')],
  ['nothing to build', '/sotacode build', build('')],
  ['help', '/sotacode help', { kind: 'help', text: '' }],
  ['no word', '/sotacode', { kind: 'help', text: '' }],
  ['a plan', '/sotacode plan a shop', { kind: 'plan', text: 'a shop' }],
  ['modules', '/sotacode modules sign-in', { kind: 'modules', text: 'sign-in' }],
  ['a file to explain', '/sotacode explain src/app.ts', { kind: 'explain', text: 'src/app.ts' }],
  ['an unknown word', '/sotacode destroy all', { kind: 'unknown', word: 'destroy', text: 'all' }],
  ['a thumb', ' 👍🏽\n', { kind: 'agree' }],
  ['a thumb in words', ':+1:', { kind: 'agree' }],
  ['a thumb and talk', '👍 nice', null],
  ['a quoted thumb', '> 👍', null],
  ['a quote', '> /sotacode build a shop', null],
  ['a lazy quote', '> hi\n/sotacode build a shop', null],
  ['a fence', '```\n/sotacode build a shop\n```', null],
  ['a fence left open', '~~~\n/sotacode build a shop', null],
  ['indented code', '    /sotacode build a shop', null],
  ['a tab', '\t/sotacode build a shop', null],
  ['an HTML comment', '<!-- /sotacode build a shop -->', null],
  ['a code span', '`/sotacode build a shop`', null],
  ['a list', '- /sotacode build a shop', null],
  ['a heading', '# /sotacode build a shop', null],
  ['bold', '**/sotacode build a shop**', null],
  ['an escape', '\\/sotacode build a shop', null],
  ['the middle of a line', 'please /sotacode build a shop', null],
  ['the second line', 'hello\n/sotacode build a shop', null],
  ['a longer word', '/sotacoder build a shop', null],
  ['other HTML', '<details>\n/sotacode build a shop\n</details>', null],
  ['an empty body', '', null],
])('%s', (_, body, command) => {
  expect(parseCommand(body)).toEqual(command);
});

test('a body of 64 KiB is read whole', () => {
  const request = 'a'.repeat(65_536 - '/sotacode build '.length);
  expect(parseCommand(`/sotacode build ${request}`)).toEqual(build(request));
});

test.each(['[', '*a_', '> ', '- ', '> - ', '1. ', '`', '<a', '<!--', '![](', '&amp;'])(
  'a hostile body of %j is read in time',
  (piece) => {
    const body = `${piece.repeat(65_500 / piece.length)}\n/sotacode build x`;
    const began = process.cpuUsage();
    parseCommand(body);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(2000);
  },
);
