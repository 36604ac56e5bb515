import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { otherText } from '../support/comparisons';
import { violationsOf } from '../support/previewPage/accessibility';
import type { ShownExtract } from '../support/previewPage/pageHost';
import type { PageLook } from '../support/previewPage/previewBrowser';
import { previewPages, soon } from '../support/previewPage/previewPages';

const MAPPING = `externalId = [Number]
userName = Join("@", [Account], "fabrikam.com")
displayName = [Name]
active = Switch([Status], , "active", "true", "left", "false")
title = [Title]
department = [Department]
emails[type eq "work"].value = Join("@", [Account], "fabrikam.com")
`;

const HEADER = 'Number,Account,Name,Status,Title,Department';
const row = (number: number, more: { readonly title?: string; readonly status?: string } = {}) =>
  `${number},p${number},Person ${number},${more.status ?? 'active'},${more.title ?? 'Clerk'},Sales`;
const table = (rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`;

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** 5 are new, 8 have another title, 3 have left, 2 cannot be sent, 10 are not here any more. */
const OWN = table([
  ...numbers(1000, 1002).map((number) => row(number, { status: 'left' })),
  ...numbers(1003, 1010).map((number) => row(number, { title: 'Senior clerk' })),
  ...numbers(1011, 1012).map((number) => row(number, { status: 'perhaps' })),
  ...numbers(1013, 1079).map((number) => row(number)),
  ...numbers(2000, 2004).map((number) => row(number)),
]);
const OTHER = table(numbers(1000, 1089).map((number) => row(number)));

const SHOWN: ShownExtract = { text: OWN, mapping: MAPPING, comparison: { input: otherText(OTHER) } };

/** What elements say, on one line each. */
const wordsOf = async (elements: Locator) =>
  (await elements.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

const openPage = previewPages();
const open = (shown: ShownExtract = SHOWN, look: PageLook = {}) =>
  openPage(
    shown,
    { ...look, kept: { ...(look.kept as object | undefined), tab: 'compare' } },
    '.compare-head :is(h2, p)',
  );

describe('the tab that compares', () => {
  it('counts people by what they are, and lists them in that order', async () => {
    const { page, faults } = await open();
    const chips = page.getByRole('group', { name: 'Show only people who are' }).getByRole('button');
    await soon(() => wordsOf(chips)).toEqual([
      '5 new',
      '8 changed',
      '3 disabled',
      '10 not here any more',
      '2 skipped or excluded',
      '67 unchanged',
    ]);
    const grid = page.getByRole('grid', { name: 'People' });
    await soon(() => grid.getAttribute('aria-rowcount')).toBe('96');
    await soon(() => page.locator('#person-81 [role=gridcell]').allInnerTexts()).toEqual([
      '2000',
      'Person 2000',
      'new',
      '',
    ]);
    expect(faults).toEqual([]);
  });

  it('shows what differs, with both values, and leads to their places', async () => {
    const { page, host } = await open();
    await page.locator('#person-4').getByText('Person 1003').click();
    const card = page.getByRole('region', { name: 'The chosen person' });
    await card.getByRole('heading', { name: 'Person 1003' }).waitFor();
    const values = card.getByRole('row', { name: /^title/ }).getByRole('cell');
    await soon(() => wordsOf(values)).toEqual(['Clerk [Title]', 'Senior clerk [Title]']);
    await values.first().getByRole('button').click();
    await values.last().getByRole('button').click();
    await soon(() => Promise.resolve(host.asked.filter(({ type }) => type.startsWith('show')))).toEqual([
      { type: 'showOther', line: 5, columns: ['Title'] },
      { type: 'showCells', line: 5, columns: ['Title'] },
    ]);
    expect(host.asked).toContainEqual({ type: 'chosen', record: 4, line: 5 });
    await card.getByRole('button', { name: 'Show among the records' }).click();
    await soon(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Records');
    await soon(() => page.locator('#record-4').getAttribute('aria-selected')).toBe('true');
  });

  it('leads to the other extract for people who are not here any more', async () => {
    const { page, host } = await open();
    await page.getByRole('button', { name: 'not here any more' }).click();
    await soon(() => page.getByRole('grid', { name: 'People' }).getAttribute('aria-rowcount')).toBe('11');
    await page.locator('.people .row').first().click();
    const card = page.getByRole('region', { name: 'The chosen person' });
    await card.getByRole('button', { name: 'Line 82 of other.csv' }).click();
    await soon(() => Promise.resolve(host.asked)).toContainEqual({ type: 'showOther', line: 82, columns: [] });
    expect(await card.getByRole('button', { name: 'Show among the records' }).count()).toBe(0);
  });

  it('is narrowed down by text and attribute, and says so where nobody is found', async () => {
    const { page, host } = await open();
    const count = () => page.getByRole('grid', { name: 'People' }).getAttribute('aria-rowcount');
    const field = page.locator('.find-people input');
    await field.fill('person 1003');
    await soon(count).toBe('2');
    await field.fill('nobody at all');
    await page.getByText('Nobody found for "nobody at all".').waitFor();
    await page.getByText('Show Everybody').click();
    await soon(count).toBe('96');
    await page.getByText('2 attributes differ').click();
    await page.getByRole('button', { name: /^title/ }).click();
    await soon(count).toBe('9');
    // With somebody else everybody is shown again
    const other = { kind: 'baseline', connection: 'Contoso' } as const;
    await host.comparison.show({ kind: 'unusable', other, text: 'Nothing was sent over Contoso yet.', problems: [] });
    void host.comparison.begin();
    await soon(count).toBe('96');
  });

  it('is used by the keyboard alone', async () => {
    const { page } = await open();
    await page.locator('.people .row:not(.pending)').first().waitFor();
    await page.locator('.find-people input').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await soon(() => page.locator('.people [aria-selected=true]').getAttribute('id')).toBe('person-81');
    await page.keyboard.press('End');
    await soon(() => page.locator('.people [aria-selected=true]').getAttribute('id')).toBe('person-80');
    await page.keyboard.press('Enter');
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('The chosen person');
    await page.keyboard.press('Escape');
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('People');
  });

  it('keeps the widths of its columns and the room of its list, which all lists share', async () => {
    const { page, host, ...rest } = await open();
    const head = page.getByRole('grid', { name: 'People' }).getByRole('columnheader', { name: 'Name' });
    await head.waitFor();
    const box = await head.boundingBox();
    if (box === null) throw new Error('the column is not in sight');
    await page.mouse.move(box.x + box.width - 3, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 37, box.y + 10, { steps: 4 });
    await page.mouse.up();
    const width = Math.round(box.width + 40);
    await soon(async () => (await head.boundingBox())?.width).toBe(width);
    await page.getByRole('separator').focus();
    await page.keyboard.press('End');
    await soon(() => page.getByRole('separator').getAttribute('aria-valuenow')).toBe('85');
    const layout = { peopleWidths: { name: width }, share: { wide: 85, narrow: 40 } };
    await soon(() => Promise.resolve(host.asked.at(-1))).toEqual({ type: 'layout', layout });
    await page.getByRole('tab', { name: 'Records' }).click();
    await soon(() => page.getByRole('separator').getAttribute('aria-valuenow')).toBe('85');
    const kept = (await rest.kept()) as object;
    await rest.close();
    const again = await open(SHOWN, { kept });
    const same = again.page.getByRole('grid', { name: 'People' }).getByRole('columnheader', { name: 'Name' });
    await soon(async () => (await same.boundingBox())?.width).toBe(width);
    expect(await again.page.getByRole('separator').getAttribute('aria-valuenow')).toBe('85');
  });

  it('says what guards would say', async () => {
    const { page } = await open();
    const guards = page.getByRole('region', { name: 'Guards' });
    await soon(() => guards.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Asks you to type 3: 3 of 90 active people would be disabled, and the limit is 1.'),
      expect.stringContaining('Asks you to type 2: 2 of 85 records have a problem and are left out'),
    ]);
  });

  it('asks what to compare with, and for another extract', async () => {
    const { page, host } = await open({ text: OWN, mapping: MAPPING });
    await page.getByText('Compare with Another Extract').click();
    await page.getByText('Compare with the Last Run').click();
    await soon(() => Promise.resolve(host.asked.filter(({ type }) => type === 'compareWith'))).toEqual([
      { type: 'compareWith', wish: 'extract' },
      { type: 'compareWith', wish: 'baseline' },
    ]);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('says why there is nothing to compare with, and how far it reads', async () => {
    const { page, host } = await open({ text: OWN, mapping: MAPPING });
    const other = { kind: 'baseline', connection: 'Contoso' } as const;
    await host.comparison.show({ kind: 'unusable', other, text: 'Nothing was sent over Contoso yet.', problems: [] });
    await page.getByText('Nothing was sent over Contoso yet.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await host.comparison.show({ kind: 'reading', other, text: 'Reading people.csv', share: 0.3 });
    await page.getByRole('button', { name: 'Stop' }).click();
    await soon(() => Promise.resolve(host.asked)).toContainEqual({ type: 'compareWith', wish: 'stop' });
    expect(await violationsOf(page)).toEqual([]);
    await host.comparison.show({ kind: 'stopped', other });
    await page.getByText('Compare Again').waitFor();
  });

  const LOOKS = (['light', 'dark', 'high-contrast'] as const).flatMap((theme) =>
    [500, 1400].map((width) => ({ theme, width })),
  );

  it.each(LOOKS)('is accessible in $theme, $width pixels wide', async (look) => {
    const { page } = await open(SHOWN, look);
    await page.locator('#person-4').click();
    await page.getByRole('heading', { name: 'Person 1003' }).waitFor();
    await page.screenshot({ path: `out/screenshots/compare-${look.theme}-${look.width}.png`, animations: 'disabled' });
    expect(await violationsOf(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
