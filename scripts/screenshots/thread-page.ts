import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'marked';
import type { Page } from 'playwright-core';

interface Thread {
  heading?: {
    title: string;
    number: number;
    labels?: string[];
    pull?: { head: string; base: string };
  };
  comments: {
    body: string;
    user: { login: string; type: string };
    /** The App has reacted with 👀. */
    eyes?: boolean;
    /** Only a part is shown: there is text before it, after it. */
    goneOn?: boolean;
    goesOn?: boolean;
  }[];
}

const here = (file: string) => join(import.meta.dirname, file);
const installed = createRequire(import.meta.url);
const render = Handlebars.compile(readFileSync(here('thread.html.hbs'), 'utf8'));
const drawDiagrams =
  "mermaid.initialize({ startOnLoad: false }); mermaid.run({ querySelector: '.language-mermaid' })";

/** Shows an issue or a pull request: its Markdown drawn by GitHub's rules and style, in a plain frame. */
export async function threadPage(page: Page, { heading, comments }: Thread): Promise<void> {
  const shown = comments.map(({ body, user, ...rest }) => ({
    ...{ ...rest, login: user.login, bot: user.type === 'Bot', html: toHtml(body) },
  }));
  await page.setContent(render({ heading, comments: shown }));
  await page.addStyleTag({
    path: installed.resolve('github-markdown-css/github-markdown-light.css'),
  });
  await page.addStyleTag({ path: here('thread.css') });
  await page.addScriptTag({ path: here('node_modules/mermaid/dist/mermaid.min.js') });
  await page.evaluate(drawDiagrams);
}

/** GitHub breaks lines in comments where the text does, and shortens links to issues. */
const toHtml = (markdown: string) =>
  parse(
    markdown
      .replaceAll(/https?:\/\/[^\s/]+\/[\w-]+\/[\w-]+\/(?:pull|issues)\/(\d+)/g, '#$1')
      .replaceAll(/(?<=\s)#(\d+)/g, '[#$1](#)'),
    { async: false, breaks: true },
  );
