import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, problem } from '../../src/core/errors/problem.ts';
import type { TokenUse } from '../../src/core/plan/token-use.ts';
import type { AskModel } from '../../src/llm/openai/ask-model.ts';
import { tokens } from './tokens.ts';

export interface Folders {
  /** Where each question is written: `<case>.json`, and `<case>.2.json` for the repair round. */
  dump?: string | undefined;
  /** Where answers are read: `<case>.txt`, `<case>.2.txt`; the text of the model as it came. */
  answers?: string | undefined;
}

/** A model whose answers lie in files, for one case. Tokens are counted with o200k_base. */
export function askFiles(id: string, { dump, answers }: Folders): AskModel {
  let asked = 0;
  return async ({ messages, schema }) => {
    asked += 1;
    const name = asked === 1 ? id : `${id}.${asked}`;
    const question = { messages, schema };
    if (dump) {
      mkdirSync(dump, { recursive: true });
      writeFileSync(join(dump, `${name}.json`), `${JSON.stringify(question, null, 2)}\n`);
    }
    const input = tokens(
      messages.map(({ content }) => content).join('\n') + JSON.stringify(schema),
    );
    const usage: TokenUse = { calls: 1, input, cached: 0, output: 0 };
    const path = answers && join(answers, `${name}.txt`);
    if (!path || !existsSync(path))
      return { ...fail(problem('planner.unavailable', { detail: `no ${name}.txt` })), usage };
    const text = readFileSync(path, 'utf8');
    return { ...ok(text), usage: { ...usage, output: tokens(text) } };
  };
}
