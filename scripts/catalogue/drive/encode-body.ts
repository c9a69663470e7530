import { deref, type OpenApi, type Operation } from './openapi.ts';

/** A body as its operation takes it: JSON, or a form whose files come last. */
export async function encodeBody(
  operation: Operation | undefined,
  document: OpenApi,
  body: unknown,
): Promise<{ type: string; text: string }> {
  if (operation?.body?.type !== 'multipart/form-data')
    return { type: 'application/json', text: JSON.stringify(body) };
  const { properties = {} } = deref(operation.body.schema, document);
  const isFile = (name: string) => properties[name]?.format === 'binary';
  const fields = Object.entries(body as Record<string, unknown>);
  const form = new FormData();
  for (const [name, value] of fields) if (!isFile(name)) form.append(name, String(value));
  for (const [name] of fields)
    if (isFile(name)) form.append(name, new Blob(['Some words.\n']), 'words.txt');
  const encoded = new Response(form);
  return { type: encoded.headers.get('content-type') ?? '', text: await encoded.text() };
}
