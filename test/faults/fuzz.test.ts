import { expect, it } from 'vitest';
import { fuzz } from '../../scripts/catalogue/drive/fuzz/fuzz.ts';
import { startDrive } from '../../scripts/catalogue/drive/start-drive.ts';
import { renderShop, thorough } from './shop.ts';

const requests = thorough ? 10_000 : 1000;

it(`${requests} fuzzed requests find nothing wrong at the shop`, async () => {
  const drive = await startDrive(await renderShop('fuzz'));
  try {
    expect(await fuzz({ ...drive, requests, seed: 20_261_122 })).toEqual([]);
  } finally {
    expect(await drive.stop()).toBe(0);
  }
}, 600_000);
