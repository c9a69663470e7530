import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';

const width = 1000;
const largest = 400_000;
const workplace = `/127\\.0\\.0\\.1|\\/tmp\\/|token=/.exec(document.body.innerText)?.[0] ?? ''`;
const cut = `[document.documentElement, ...document.querySelectorAll('body *')]
  .filter((each, at) => at === 0 || getComputedStyle(each).overflowX !== 'visible')
  .find((each) => each.scrollWidth > each.clientWidth)?.outerHTML.slice(0, 200) ?? ''`;

/**
 * Takes a picture of a whole page, 1000 CSS pixels wide.
 * @throws when something is wider than its place or tells of the machine it is taken on,
 * or the file has over 400 kB
 */
export async function shoot(
  browser: Browser,
  path: string,
  show: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({
    ...{ viewport: { width, height: 100 }, deviceScaleFactor: 1.5, colorScheme: 'light' },
  });
  await show(page);
  const name = basename(path);
  for (const [fault, script] of Object.entries({ cuts: cut, shows: workplace })) {
    const found = await page.evaluate(script);
    if (found) throw new Error(`${name} ${fault} ${found}`);
  }
  const taken = await page.screenshot({ fullPage: true });
  const { size } = await sharp(taken).png({ palette: true }).toFile(path);
  if (size > largest) throw new Error(`${name} has ${size} bytes`);
  await page.close();
  console.log(`${name} ${Math.round(size / 1000)} kB`);
}
