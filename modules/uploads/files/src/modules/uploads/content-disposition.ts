/** For pages in which nothing runs, and that browsers show without a viewer of their own. */
const shown = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'audio/mpeg',
  'video/mp4',
  'text/plain',
]);

/** The header for a file: an ASCII name for old clients, the real one as of RFC 5987. */
export function contentDisposition({ name, type }: { name: string; type: string }): string {
  const ascii = name.replace(/[^ -~]|["%\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const way = shown.has(type) ? 'inline' : 'attachment';
  return `${way}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
