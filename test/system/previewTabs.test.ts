import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ShownExtract } from '../support/previewPage/pageHost';
import { previewPages, soon } from '../support/previewPage/previewPages';

const TEXT = [
  'Number,Account,Active',
  ...Array.from({ length: 120 }, (_, index) => `${index + 1000},p${index},true`),
].join('\n');

const SHOWN: ShownExtract = {
  text: TEXT,
  mapping: 'externalId = [Number]\nuserName = Join("@", [Account], "fabrikam.com")\nactive = [Active]\n',
};

const open = previewPages();

const REQUEST = '.requests .row:not(.pending)';

/** What the cells of a row say. */
const cellsOf = (page: Page, number: number) => page.locator(`#request-${number} [role=gridcell]`).allInnerTexts();

describe('the requests of a preview', () => {
  it('are listed as they would be sent, and opened and saved by keyboard', async () => {
    const { page, host } = await open(SHOWN, { kept: { tab: 'requests' } }, REQUEST);
    await soon(() => cellsOf(page, 1)).toEqual(['1', '50', expect.stringMatching(/KB$/), '2 – 51', '1000 – 1049']);
    await soon(() => cellsOf(page, 3)).toEqual(['3', '20', expect.stringMatching(/KB$/), '102 – 121', '1100 – 1119']);
    await page.locator('.requests .list').focus();
    await page.keyboard.press('End');
    await soon(() => page.locator('.requests .row[aria-selected=true]').getAttribute('id')).toBe('request-3');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save Request 3' }).click();
    await page.getByRole('button', { name: 'Save All' }).click();
    await soon(() => Promise.resolve(host.asked.slice(-3))).toEqual([
      { type: 'openRequest', number: 3 },
      { type: 'saveRequest', number: 3 },
      { type: 'saveRequests' },
    ]);
  });

  it('lead from a record to its operation', async () => {
    const { page, host } = await open(SHOWN);
    await page.locator('#record-2').click();
    await page.getByRole('button', { name: 'request 1' }).click();
    await soon(() => Promise.resolve(host.asked.at(-1))).toEqual({ type: 'openOperation', record: 2 });
  });

  it('begin with the people who go first, where some do', async () => {
    const { page, host } = await open(SHOWN, { kept: { tab: 'requests' } }, REQUEST);
    host.predict({ pilot: 5 });
    await page.getByText('The first request is the pilot: 5 operations, sent alone.').waitFor();
    await soon(() => cellsOf(page, 1)).toEqual(['1', '5', expect.anything(), '2 – 6', '1000 – 1004']);
    await soon(() => cellsOf(page, 2)).toEqual(['2', '50', expect.anything(), '7 – 56', '1005 – 1054']);
  });

  it('are read again when the extract or the mapping changes, and say so', async () => {
    const { page, host } = await open(SHOWN, { kept: { tab: 'requests' } }, REQUEST);
    const note = page.getByText('These are the requests as they are now.');
    expect(await note.count()).toBe(0);
    void host.edit({ text: TEXT.split('\n').slice(0, 61).join('\n') });
    await note.waitFor();
    await page.getByText('2 requests, ').waitFor();
    await soon(() => cellsOf(page, 2)).toEqual(['2', '10', expect.anything(), '52 – 61', '1050 – 1059']);
    await page.getByRole('button', { name: 'Hide' }).click();
    await soon(() => note.count()).toBe(0);
  });

  it('are scrolled to the last of 20,000', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => `${index},p${index},true`);
    const text = `Number,Account,Active\n${rows.join('\n')}`;
    const { page } = await open({ ...SHOWN, text }, { kept: { tab: 'requests' } }, REQUEST);
    await page.getByText('20,000 requests, ').waitFor({ timeout: 60_000 });
    await page.locator('.requests .list').focus();
    await page.keyboard.press('End');
    await soon(() => cellsOf(page, 20_000)).toEqual([
      '20,000',
      '50',
      expect.stringMatching(/KB$/),
      '999,952 – 1,000,001',
      '999950 – 999999',
    ]);
    expect(await page.locator('.requests .row').count()).toBeLessThan(100);
  }, 120_000);
});

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
    expect(await page.locator('.records .list').isVisible()).toBe(false);
    expect(await shown.kept()).toMatchObject({ tab: 'requests' });
    await page.keyboard.press('Home');
    await soon(chosen).toBe('Records');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await soon(chosen).toBe('Records');
    await page.locator('.records .row:not(.pending)').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('are as they were before their window was loaded again', async () => {
    const { page } = await open(SHOWN, { kept: { tab: 'requests' } }, '.requests');
    await soon(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Requests');
  });

  it('lead to the records that are chosen in the head', async () => {
    const text = `${TEXT}\n2000,late,perhaps`;
    const { page, host } = await open({ ...SHOWN, text }, { kept: { tab: 'requests' } }, '.requests');
    // What narrows records down is shown with them
    const filters = page.locator('.head .filters');
    await filters.waitFor({ state: 'hidden' });
    const links = [{ kind: 'state', state: 'refused' }] as const;
    const reason = { decision: 'ask', text: 'A record has a problem.', links } as const;
    await host.show({ readiness: { kind: 'checked', isWhole: true, reasons: [reason] } });
    await page.getByRole('button', { name: 'Show skipped records' }).click();
    await soon(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Records');
    await soon(() => page.locator('.records .row:not(.pending)').count()).toBe(1);
    await filters.getByRole('textbox').fill('nobody');
    await soon(() => page.locator('.records .row:not(.pending)').count()).toBe(0);
  });

  it('are not there for records without a mapping', async () => {
    const { page } = await open({ text: TEXT }, { kept: { tab: 'requests' } });
    expect(await page.getByRole('tablist').count()).toBe(0);
  });
});
