import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { formHeaders, formOf, formStart, png } from './form-of.ts';
import { rowsOf } from './rows-of.ts';

const app = await testApp();
let jane: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await resetDatabase(app);
  jane = await signIn(app);
});

type Form = Parameters<typeof formOf>;
function upload(...form: Form) {
  const { headers, payload } = formOf(...form);
  return app.inject({
    method: 'POST',
    url: '/files',
    headers: { ...jane.headers, ...headers },
    payload,
  });
}
const raw = (payload: string | Buffer, headers: Record<string, string> = formHeaders) =>
  app.inject({ method: 'POST', url: '/files', headers: { ...jane.headers, ...headers }, payload });

test('an upload is kept, measured and private', async () => {
  const response = await upload(png, { name: 'Ein Bild.png' });
  expect(response.statusCode).toBe(201);
  const file = response.json();
  expect(file).toEqual({
    id: expect.any(String),
    name: 'Ein Bild.png',
    type: 'image/png',
    size: png.length,
    sha256: createHash('sha256').update(png).digest('hex'),
    visibility: 'private',
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  expect(response.headers.location).toBe(`/files/${file.id}`);
  const { headers } = jane;
  expect((await app.inject({ url: `/files/${file.id}`, headers })).json()).toEqual(file);
  const content = await app.inject({ url: `/files/${file.id}/content`, headers });
  expect(content.rawPayload.equals(png)).toBe(true);
});

test('strangers upload nothing', async () => {
  expectProblem(await app.inject({ method: 'POST', url: '/files', ...formOf() }), 401);
  expect(await rowsOf(app)).toEqual([]);
});

test('an account that goes while its file comes gets an answer all the same', async () => {
  const nobody = '019370c8-0000-7000-8000-000000000000';
  const file = { name: 'a.png', type: 'image/png', ownerId: nobody };
  await expect(app.files.create(Readable.from([png]), file)).rejects.toMatchObject({
    statusCode: 409,
    code: 'account-gone',
  });
});

test('a file may be public from the start', async () => {
  const { visibility } = (await upload(png, { fields: { visibility: 'public' } })).json();
  expect(visibility).toBe('public');
});

describe('the name', () => {
  test.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\temp\\dot.png', 'dot.png'],
    ['..', 'file'],
    ['', 'file'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['Привет, мир.png', 'Привет, мир.png'],
    ['e\u0301.png', '\u00e9.png'],
    [`${'x'.repeat(251)}.png`, `${'x'.repeat(251)}.png`],
  ])('%j is kept as %j', async (given, kept) => {
    const response = await upload(png, { name: given });
    expect(response.statusCode).toBe(201);
    expect(response.json().name).toBe(kept);
  });

  test('has no NUL', async () => {
    expect((await upload(png, { name: 'a\0b.png' })).json().name).not.toContain('\0');
  });

  test('is not longer than file systems take', async () => {
    expectProblem(await upload(png, { name: `${'x'.repeat(300)}.png` }), 400, 'name-too-long');
  });
});

describe('the type', () => {
  const html = '<!doctype html><script>alert(1)</script>';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ['a page', html, 'text/html'],
    ['a page called an image', html, 'image/png'],
    ['a page called a text', `\n  ${html}`, 'text/plain'],
    ['an SVG', svg, 'image/svg+xml'],
    ['an SVG with a prologue', `<?xml version="1.0"?>${svg}`, 'image/svg+xml'],
    ['an SVG called a text', svg, 'text/plain'],
    ['other XML', '<?xml version="1.0"?><a/>', 'text/plain'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'image/png'],
    ['an archive', Buffer.from(`504b0304${'00'.repeat(60)}`, 'hex'), 'application/zip'],
    ['a bomb', Buffer.from('1f8b0800000000000003', 'hex'), 'application/gzip'],
    ['bytes that nobody knows', Buffer.from('00010203fefe', 'hex'), 'text/plain'],
    ['a broken text', Buffer.from('61ff62', 'hex'), 'text/plain'],
  ])('%s is not taken', async (_, content, type) => {
    expectProblem(await upload(content, { type }), 415, 'type-not-allowed');
    expect(await rowsOf(app)).toEqual([]);
  });

  test('must be what was said', async () => {
    expectProblem(await upload(png, { type: 'image/gif' }), 415, 'type-mismatch');
    expectProblem(await upload('a text', { type: 'image/png' }), 415, 'type-mismatch');
  });

  test.each([
    ['application/octet-stream', png, 'image/png'],
    ['text/csv; charset=utf-8', 'a,b\n1,2\n', 'text/csv'],
    ['application/vnd.ms-excel', 'a;b\n1;2\n', 'text/csv'],
    ['text/plain', 'ein Text: ä', 'text/plain'],
    ['application/octet-stream', 'a text', 'text/plain'],
    ['image/jpg', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'image/jpeg'],
  ])('%s is found to be %s', async (type, content, found) => {
    expect((await upload(content, { type })).json().type).toBe(found);
  });

  test('of a file that is two things at once is the harmless one, and only that is served', async () => {
    const polyglot = `GIF89a/*${'\0'.repeat(8)}*/=1;<script>alert(1)</script>`;
    const { id } = (await upload(polyglot, { type: 'image/gif', name: 'x.html' })).json();
    const { headers } = await app.inject({ url: `/files/${id}/content`, headers: jane.headers });
    expect(headers).toMatchObject({
      'content-type': 'image/gif',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });
});

describe('a form', () => {
  test.each([
    ['without a file', formOf(png).payload.subarray(0, 0), 400],
    ['that ends in its file', Buffer.concat([Buffer.from(formStart()), png]), 400],
    ['that is no form at all', 'hello', 400],
  ])('%s is refused', async (_, payload, status) => {
    expectProblem(await raw(payload), status);
    expect(await rowsOf(app)).toEqual([]);
  });

  test.each([
    [{ visibility: 'secret' }, 'invalid-form'],
    [{ owner: 'somebody' }, 'invalid-form'],
    [{ __proto__x: 'a' }, 'invalid-form'],
  ])('with the fields %j is refused', async (fields, code) => {
    expectProblem(await upload(png, { fields: fields as Record<string, string> }), 400, code);
  });

  test('has one file', async () => {
    const twice = formStart() + formStart().replaceAll('dot', 'dash');
    const { payload } = formOf('');
    const body = Buffer.concat([
      Buffer.from(formStart()),
      png,
      Buffer.from(`\r\n${twice}`),
      payload,
    ]);
    expectProblem(await raw(body), 413);
    expect(await rowsOf(app)).toEqual([]);
  });

  test('has nothing after its file', async () => {
    const field =
      '\r\n--xxBOUNDARYxx\r\ncontent-disposition: form-data; name="visibility"\r\n\r\npublic';
    expectProblem(await upload(Buffer.concat([png, Buffer.from(field)])), 400, 'file-not-last');
    expect(await rowsOf(app)).toEqual([]);
  });

  test('is not empty, and no other kind of body', async () => {
    expectProblem(await upload(''), 400, 'empty-file');
    expectProblem(await raw('{}', { 'content-type': 'application/json' }), 415, 'not-a-form');
    expectProblem(await raw('x', { 'content-type': 'text/html' }), 415);
  });
});
