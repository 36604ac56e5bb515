import { describe, expect, it } from 'vitest';
import { violationsOf } from '../support/previewPage/accessibility';
import type { ShownExtract } from '../support/previewPage/pageHost';
import { PAGE_THEMES } from '../support/previewPage/pageThemes';

import { previewPages, soon } from '../support/previewPage/previewPages';

const MAPPING = `externalId  = [Number]
userName    = Join("@", [Account], "fabrikam.com")
displayName = [Full name]
active      = [Active]
title       = [Title]
`;

const HEADER = 'Number,Account,Full name,Active,Title,Office';

const PEOPLE = [
  HEADER,
  '1001,nadia.berg,Nadia Berg,true,Head of Translation and Localisation,Basel',
  '1002,tomo.ito,Tomo Itō,false,,Kyoto',
  '1003,ruth.adeyemi,Ruth Adeyemi,perhaps,Buyer,Lagos',
  '1004,luc',
  ...Array.from(
    { length: 300 },
    (_, index) => `${index + 2000},person.${index},Person ${index},true,Clerk,Room ${index}`,
  ),
].join('\n');

const SHOWN: ShownExtract = { text: PEOPLE, mapping: MAPPING };

const open = previewPages();

describe('the page of the preview, in a browser', () => {
  const LOOKS = PAGE_THEMES.flatMap((theme) =>
    [500, 1400].flatMap((width) => [1, 2].map((zoom) => ({ theme, width, zoom, percent: zoom * 100 }))),
  );

  it.each(LOOKS)('is accessible in $theme, $width pixels wide at $percent %', async (look) => {
    const { page, faults } = await open(SHOWN, { ...look, kept: { columns: [4, 5] } });
    await page.locator('.who').waitFor();
    const picture = async (name: string): Promise<void> => {
      const file = `page-${name}-${look.theme}-${look.width}-${look.percent}.png`;
      await page.screenshot({ path: `out/screenshots/${file}`, animations: 'disabled' });
      expect(await violationsOf(page)).toEqual([]);
    };
    await picture('list');
    await page.locator('.row', { hasText: 'Ruth' }).click();
    await page.locator('.detail .problem').first().waitFor();
    await page.locator('.list').getByRole('columnheader', { name: 'Name' }).click();
    await page.locator('[aria-sort=ascending]').waitFor();
    await picture('refused');
    await page.getByRole('tab', { name: 'Requests' }).click();
    await page.locator('.requests .row:not(.pending)').first().waitFor();
    await picture('requests');
    await page.getByRole('tab', { name: 'Records' }).click();
    expect(faults).toEqual([]);
    // The other states differ in what is shown, and not in how it is laid out
    if (look.zoom > 1) return;
    await page.locator('.row', { hasText: 'Person 10' }).first().click();
    await page.keyboard.press('ArrowDown');
    await page.locator('.problems > summary').click();
    await picture('warnings');
    await page.locator('.problems > summary').click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').waitFor();
    await picture('columns');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox').first().fill('nobody is called that');
    await page.getByText('Nothing found for').waitFor();
    await picture('nothing');
    // Its policy has refused it nothing, and nothing has failed
    expect(faults).toEqual([]);
  });

  it('says what has to be corrected before anything is shown', async () => {
    const broken = { text: PEOPLE, mapping: MAPPING.replace('[Title]', '[Position]') };
    const { page } = await open(broken, {}, '.message .problem');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('says so where there are no records', async () => {
    const { page } = await open({ text: `${HEADER}\n`, mapping: MAPPING }, {}, ':text("The extract has no records.")');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('shows records that no mapping is for by their own cells, a row that cannot be read too', async () => {
    const { page } = await open({ text: PEOPLE });
    await soon(() => page.locator('.list').getByRole('columnheader').allInnerTexts()).toEqual([
      'Line',
      'Number',
      'Outcome',
      ...HEADER.split(',').slice(1),
    ]);
    await soon(() => page.locator('#record-4 [role=gridcell]').allInnerTexts()).toEqual([
      '5',
      '1004',
      'cannot be read',
      'luc',
      '',
      '',
      '',
      '',
    ]);
    expect(await violationsOf(page)).toEqual([]);
  });
});

describe('the grid', () => {
  it('is walked by keyboard alone', async () => {
    const { page } = await open(SHOWN);
    const chosen = () => page.locator('.row[aria-selected=true]').getAttribute('id');
    const keys = async (...names: readonly string[]): Promise<void> => {
      for (const name of names) await page.keyboard.press(name);
    };
    await page.getByRole('button', { name: 'Columns' }).focus();
    await keys('Tab');
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    await keys('ArrowDown');
    await soon(chosen).toBe('record-2');
    await keys('End');
    await soon(chosen).toBe('record-304');
    await keys('PageUp');
    await soon(async () => Number((await chosen())?.slice(7))).toBeLessThan(300);
    await keys('Home');
    await soon(chosen).toBe('record-1');
    // What is heard is the cell that the keyboard is in
    await keys('ArrowRight', 'ArrowRight');
    await soon(() => page.locator('.list').getAttribute('aria-activedescendant')).toBe('record-1-id');
    // Into the head: sorted there, and sized
    await keys('ArrowUp', 'Enter', 'Enter');
    await soon(() => page.locator('.list').getByRole('columnheader', { name: 'Id' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await soon(() => page.locator('.row .id').first().innerText()).toBe('2299');
    const width = async () =>
      (await page.locator('.list').getByRole('columnheader', { name: 'Id' }).boundingBox())?.width ?? 0;
    const before = await width();
    await keys('Shift+ArrowRight');
    await soon(width).toBe(before + 16);
    // To the record and back
    await keys('ArrowDown', 'Enter');
    await soon(() => page.evaluate(() => document.activeElement?.className)).toContain('detail');
    await keys('Escape');
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    // Out of the filter
    await page.getByRole('textbox').first().fill('Tomo');
    await soon(() => page.locator('.row').count()).toBe(1);
    await page.locator('.list').focus();
    await keys('Escape');
    await soon(() => page.locator('.row').count()).toBeGreaterThan(20);
    await keys('Tab');
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('separator');
    const share = await page.getByRole('separator').getAttribute('aria-valuenow');
    await keys('ArrowRight');
    await soon(() => page.getByRole('separator').getAttribute('aria-valuenow')).toBe(String(Number(share) + 2));
  });

  it('keeps the person that is chosen when lines come or go above', async () => {
    const { page, host, ...rest } = await open(SHOWN);
    await page.locator('.row', { hasText: 'Person 4' }).first().click();
    await soon(() => page.locator('.detail h2').innerText()).toBe('Person 4');
    const [header = '', ...rows] = PEOPLE.split('\n');
    const chosen = () => page.locator('.row[aria-selected=true]').getAttribute('id');
    for (const [text, id] of [
      [[header, '900,new,Somebody New,true,Clerk,Bern', ...rows], 'record-10'],
      [[header, ...rows.slice(3)], 'record-6'],
    ] as const) {
      void host.edit({ text: text.join('\n') });
      await soon(chosen).toBe(id);
      await soon(() => page.locator('.detail h2').innerText()).toBe('Person 4');
    }
    expect(await rest.kept()).toMatchObject({ record: 6 });
    // Of somebody who has gone nothing is shown
    void host.edit({ text: [header, ...rows.slice(0, 3)].join('\n') });
    await soon(() => page.locator('.detail h2').innerText()).toBe('Nadia Berg');
  });

  it('shows the columns that are chosen, in widths that are dragged', async () => {
    const { page, ...rest } = await open(SHOWN);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').getByText('Office').click();
    await page.keyboard.press('Escape');
    await soon(() => page.locator('#record-1 .extract').allInnerTexts()).toEqual(['Basel']);
    await soon(() => page.locator('#record-4 .extract').allInnerTexts()).toEqual(['']);
    const head = page.locator('.list').getByRole('columnheader', { name: 'Office' });
    const box = await head.boundingBox();
    if (box === null) throw new Error('the column is not in sight');
    await page.mouse.move(box.x + box.width - 3, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 57, box.y + 10, { steps: 4 });
    await page.mouse.up();
    await soon(async () => (await head.boundingBox())?.width).toBe(Math.round(box.width + 60));
    const layout = { columns: [5], widths: { 5: Math.round(box.width + 60) } };
    expect(await rest.kept()).toMatchObject(layout);
    // For the next page of the extract as well
    await soon(async () => Promise.resolve(rest.host.asked.at(-1))).toEqual({ type: 'layout', layout });
    // A drag is not a click on the head
    expect(await head.getAttribute('aria-sort')).toBe('none');
  });

  it('is as the last page of the extract was, and after a reload as it was itself', async () => {
    const layout = { columns: [5], widths: { 5: 90 }, share: { wide: 60, narrow: 50 } };
    const first = await open(SHOWN, { layout });
    await soon(() => first.page.locator('#record-1 .extract').allInnerTexts()).toEqual(['Basel']);
    expect(await first.page.getByRole('separator').getAttribute('aria-valuenow')).toBe('60');
    await first.page.locator('.chip', { hasText: 'to send' }).click();
    await first.page.locator('.list').getByRole('columnheader', { name: 'Id' }).click();
    await first.page.locator('.list').getByRole('columnheader', { name: 'Id' }).click();
    await soon(() => first.page.locator('.row .id').first().innerText()).toBe('2299');
    await first.page.locator('.row', { hasText: 'Person 290' }).click();
    await first.page.locator('.list').evaluate((list) => (list.scrollTop = 2400));
    await soon(async () => (await first.kept()) as object).toMatchObject({ top: 100, record: 295 });
    await first.page.getByRole('textbox').first().fill('Person');
    await soon(() => first.page.getByText('300 found', { exact: true }).count()).toBe(1);
    await soon(async () => JSON.stringify(await first.kept())).not.toContain('Person');
    const kept = { ...((await first.kept()) as object), top: 100 };
    await first.close();
    const { page } = await open(SHOWN, { kept, layout: { columns: [0] } });
    await soon(() => page.locator('.chip[aria-pressed=true]').allInnerTexts()).toEqual([
      expect.stringContaining('to send'),
    ]);
    await soon(() => page.locator('.list [aria-sort=descending]').allInnerTexts()).toEqual(['Id']);
    await soon(() => page.locator('.detail h2').innerText()).toBe('Person 290');
    await soon(() => page.locator('.list').evaluate((list) => list.scrollTop)).toBe(2400);
    await soon(() => page.locator('.row .extract').count()).toBeGreaterThan(10);
  });

  it('scrolls sideways through any number of columns, and keeps the id in sight', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `Field ${index}`);
    const row = (id: number) => [id, ...names.slice(1).map((_, index) => `v${index + 1}`)].join(',');
    const text = [names.join(','), row(1), row(2)].join('\n');
    const { page } = await open({ text }, { kept: { columns: names.map((_, index) => index) } });
    expect(await page.locator('.list').getAttribute('aria-colcount')).toBe('501');
    expect(await page.locator('#record-1 [role=gridcell]').count()).toBeLessThan(60);
    await page.locator('.list').focus();
    await page.locator('.list').evaluate((list) => (list.scrollLeft = list.scrollWidth));
    await soon(() => page.locator('#record-2 [role=gridcell]').last().innerText()).toBe('v499');
    const frozen = await page.locator('#record-2 .frozen').boundingBox();
    const list = await page.locator('.list').boundingBox();
    expect([await page.locator('#record-2 .frozen').innerText(), frozen?.x]).toEqual(['2', list?.x]);
    expect(await violationsOf(page)).toEqual([]);
  });

  it.each([1, 2, 3])('reaches the last of 1,000,000 records, at %i00 %', async (zoom) => {
    const text = `Number,Active\n${'7,true\n'.repeat(1_000_000)}`;
    const { page, faults } = await open({ text }, { zoom });
    await soon(() => page.locator('.list').getAttribute('aria-rowcount')).toBe('1000001');
    await page.locator('.list').focus();
    await page.keyboard.press('End');
    await page.locator('#record-1000000[aria-selected=true]').waitFor();
    expect(await page.locator('#record-1000000').getAttribute('aria-rowindex')).toBe('1000001');
    const [row, list] = [
      await page.locator('#record-1000000').boundingBox(),
      await page.locator('.list').boundingBox(),
    ];
    if (row === null || list === null) throw new Error('it is not in sight');
    // It is at the end of what is in sight, and whole
    expect(row.y + row.height).toBeLessThanOrEqual(list.y + list.height + 1);
    expect(row.y + row.height).toBeGreaterThan(list.y + list.height - 40);
    // The wheel moves the list by its own pixels
    await page.mouse.move(list.x + 50, list.y + 60);
    await page.mouse.wheel(0, -240);
    await page.locator('#record-999985').waitFor();
    await soon(async () => Math.round(((await page.locator('#record-999990').boundingBox())?.y ?? 0) - row.y)).toBe(0);
    // And the bar goes through all of it
    await page.locator('.list').evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
    await soon(() => page.locator('.row:not(.pending)').count()).toBeGreaterThan(10);
    const middle = async () => Number((await page.locator('.row').first().getAttribute('aria-rowindex')) ?? 0);
    await soon(async () => Math.round((await middle()) / 50_000)).toBe(10);
    expect(faults).toEqual([]);
  });
});
