// What is used here of the packages that only this folder installs, so that the root checks it without them.

declare module 'marked' {
  export function parse(markdown: string, options: { async: false; breaks: boolean }): string;
}

declare module 'playwright-core' {
  interface Page {
    goto(url: string): Promise<unknown>;
    setContent(html: string): Promise<void>;
    addStyleTag(file: { path: string }): Promise<unknown>;
    addScriptTag(file: { path: string }): Promise<unknown>;
    evaluate(script: string): Promise<unknown>;
    screenshot(options: { fullPage: boolean }): Promise<Uint8Array>;
    close(): Promise<void>;
  }
  interface Browser {
    newPage(options: {
      viewport: { width: number; height: number };
      deviceScaleFactor: number;
      colorScheme: 'light';
    }): Promise<Page>;
    close(): Promise<void>;
  }
  export const chromium: {
    launch(options: { executablePath: string; args: string[] }): Promise<Browser>;
  };
}

declare module 'sharp' {
  function sharp(image: Uint8Array): {
    png(options: { palette: boolean }): { toFile(path: string): Promise<{ size: number }> };
  };

  export = sharp;
}
