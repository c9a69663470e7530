export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Form {
  name?: string;
  type?: string;
  fields?: Record<string, string>;
}

const boundary = 'xxBOUNDARYxx';
export const formHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` };
export const formEnd = `\r\n--${boundary}--\r\n`;

/** A form up to the bytes of its file. */
export function formStart({ name = 'dot.png', type = 'image/png', fields = {} }: Form = {}) {
  const before = Object.entries(fields).map(
    ([field, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  return (
    `${before.join('')}--${boundary}\r\n` +
    `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  );
}

/** A whole form, as browsers send it. */
export function formOf(content: Buffer | string = png, form: Form = {}) {
  const parts = [formStart(form), content, formEnd].map((part) => Buffer.from(part));
  return { headers: formHeaders, payload: Buffer.concat(parts) };
}
