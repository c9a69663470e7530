import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { openFirstRun } from './open-first-run.ts';
import { sections } from './sections.ts';
import { shoot } from './shoot.ts';
import { takeTexts } from './take-texts.ts';
import { threadPage } from './thread-page.ts';

// Takes the pictures of docs/images in a real browser: npm run screenshots
const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
];
const images = join(import.meta.dirname, '../../docs/images');

const texts = await takeTexts();
const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args });
try {
  await shootTexts(browser);
  await shootFirstRun(browser);
} finally {
  await browser.close();
}

async function shootTexts(browser: Browser): Promise<void> {
  const { pull, build, plan } = texts;
  const heading = { title: pull.title, number: pull.number, pull, labels: pull.labels };
  const of = (from: string | null, to: string) => ({
    ...{ ...pull, goesOn: true, body: sections(pull.body, from, to) },
  });
  const shown = {
    'pull-request': { heading, comments: [of(null, 'Endpoints')] },
    'pull-request-endpoints': { comments: [{ ...of('Endpoints', 'Configuration'), goneOn: true }] },
    progress: { heading: build.issue, comments: [build.issue, build.answer] },
    plan: {
      heading: plan.issue,
      comments: [
        plan.issue,
        { ...plan.answer, goesOn: true, body: sections(plan.answer.body, null, 'Endpoints') },
      ],
    },
  };
  for (const [name, thread] of Object.entries(shown)) {
    await shoot(browser, join(images, `${name}.png`), (page) => threadPage(page, thread));
  }
}

async function shootFirstRun(browser: Browser): Promise<void> {
  const firstRun = await openFirstRun();
  try {
    await shoot(browser, join(images, 'first-run.png'), (page) => page.goto(firstRun.url));
  } finally {
    await firstRun.stop();
  }
}
