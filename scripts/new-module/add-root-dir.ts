/** Adds a folder to `rootDirs`, in order, and leaves the rest of the file as it is. */
export function addRootDir(tsconfig: string, folder: string): string {
  return tsconfig.replace(/("rootDirs": \[)([^\]]*)(\])/, (_all, open, list, close) => {
    const dirs: string[] = JSON.parse(`[${list}]`);
    const [first, ...rest] = [...new Set([...dirs, folder])];
    const lines = [first, ...rest.sort()].map((dir) => `      ${JSON.stringify(dir)}`);
    return `${open}\n${lines.join(',\n')}\n    ${close}`;
  });
}
