import { describe, expect, it } from 'vitest';
import type { ShownExtract } from '../support/previewPage/pageHost';
import { previewPages, soon } from '../support/previewPage/previewPages';

const SHOWN: ShownExtract = {
  text: ['Number,Account,Active', ...Array.from({ length: 120 }, (_, index) => `${index + 1000},p${index},true`)].join(
    '\n',
  ),
  mapping: 'externalId = [Number]\nuserName = Join("@", [Account], "fabrikam.com")\nactive = [Active]\n',
};

const open = previewPages();

describe('the tabs of the preview', () => {
  it('are walked by arrow keys, and the chosen one is kept', async () => {
    const shown = await open(SHOWN);
    const { page, faults } = shown;
    const chosen = () => page.getByRole('tab', { selected: true }).innerText();
    expect(await chosen()).toBe('Records');
    await page.getByRole('tab', { name: 'Records' }).focus();
    await page.keyboard.press('ArrowRight');
    await soon(chosen).toBe('Requests');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Requests');
    await page.getByRole('tabpanel', { name: 'Requests' }).waitFor();
    expect(await page.locator('.list').isVisible()).toBe(false);
    expect(await shown.kept()).toMatchObject({ tab: 'requests' });
    await page.keyboard.press('Home');
    await soon(chosen).toBe('Records');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await soon(chosen).toBe('Records');
    await page.locator('.row:not(.pending)').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('are as they were before their window was loaded again', async () => {
    const { page } = await open(SHOWN, { kept: { tab: 'requests' } }, '.requests');
    await soon(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Requests');
  });

  it('lead to the records that are chosen in the head', async () => {
    const { page } = await open(SHOWN, { kept: { tab: 'requests' } }, '.requests');
    await page.getByRole('textbox').first().fill('p119');
    await soon(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Records');
    await soon(() => page.locator('.row:not(.pending)').count()).toBe(1);
  });

  it('are not there for records without a mapping', async () => {
    const { page } = await open({ text: SHOWN.text }, { kept: { tab: 'requests' } });
    expect(await page.getByRole('tablist').count()).toBe(0);
  });
});
