/** Makes addresses of pages of the web app, which may live below a path. */
export const appLink =
  (appUrl: string) =>
  (path: string, query: Record<string, string> = {}): string => {
    const url = new URL(appUrl.replace(/\/+$/, '') + path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  };
