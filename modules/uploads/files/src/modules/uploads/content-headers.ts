import type { StoredFile } from '../../contracts/files.ts';
import { contentDisposition } from './content-disposition.ts';

/** Whatever a file holds, nothing of it runs as a page of this server. */
export const contentHeaders = (file: StoredFile) => ({
  etag: `"${file.sha256}"`,
  'accept-ranges': 'bytes',
  'cache-control': `${file.visibility}, no-cache`,
  'content-disposition': contentDisposition(file),
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'content-type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
  'x-content-type-options': 'nosniff',
  // Pages of other origins may show what is public.
  ...(file.visibility === 'public' && { 'cross-origin-resource-policy': 'cross-origin' }),
});
