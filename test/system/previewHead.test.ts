import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { packOutcomes } from '../../src/preview/predictedOutcomes';
import type { Readiness } from '../../src/preview/readiness';
import { violationsOf } from '../support/previewPage/accessibility';
import type { PageLook } from '../support/previewPage/previewBrowser';
import { previewPages, soon } from '../support/previewPage/previewPages';

const MAPPING = `externalId  = [No]
userName    = Join("@", [Login], "litware.com")
displayName = Join(" ", [First], [Last])
active      = Switch([Status], , "hired", "True", "gone", "False")
`;

/** Of 240 people some repeat an id, have a status that nobody decides, or a row with a cell too few. */
const PEOPLE = [
  'No,Login,First,Last,Status',
  ...Array.from({ length: 240 }, (_, index) => {
    const number = index + 100;
    if (number % 80 === 0) return `${number},short`;
    const first = ['Zoë', 'Bernd', 'Chloé', 'Ömer'][index % 4] ?? '';
    const last = ['Müller', 'Weiß', 'Ångström'][index % 3] ?? '';
    const status = ['hired', 'hired', 'gone', 'hired', 'sabbatical'][index % 5] ?? '';
    return `${index === 200 ? 100 : number},u${number},${first},${last},${status}`;
  }),
].join('\n');

const STOPPED: Readiness = {
  kind: 'checked',
  isWhole: true,
  reasons: [
    {
      decision: 'stop',
      text: '1 record repeats the id of an earlier one, in lines 2 and 202. Give each person one record with a unique id.',
      links: [{ kind: 'problem', code: 'value.id.duplicate' }],
    },
    {
      decision: 'stop',
      text: '51 of 240 records have a problem and are left out, and the limit is 48. Correct them, or raise refuse.stop.',
      links: [{ kind: 'state', state: 'refused' }, { kind: 'limits' }],
    },
  ],
};

const openPage = previewPages();
const open = (look?: PageLook) => openPage({ text: PEOPLE, mapping: MAPPING }, look);

const names = (page: Page) => page.locator('.row:not(.pending) .name').allInnerTexts();
const search = (page: Page) => page.getByRole('textbox', { name: 'Name, id or line' });
const send = (page: Page) => page.locator('vscode-button', { hasText: /Send|Plan/ });

describe('the head of the preview', () => {
  it('finds people regardless of case and accents, and says when there are none', async () => {
    const { page, faults } = await open();
    await search(page).fill('zoe mul');
    await page.getByText(/^\d+ found$/).waitFor();
    expect(new Set(await names(page))).toEqual(new Set(['Zoë Müller']));
    await search(page).fill('WEISS');
    await soon(async () => new Set((await names(page)).map((name) => name.split(' ')[1]))).toEqual(new Set(['Weiß']));
    await page.getByText(/^\d+ found$/).waitFor();
    await search(page).fill('nobody');
    await page.getByText('Nothing found for "nobody".').waitFor();
    await search(page).press('Escape');
    await soon(() => search(page).inputValue()).toBe('');
    await soon(() => page.locator('.list').getAttribute('aria-rowcount')).toBe('241');
    await search(page).press('Enter');
    await soon(() => page.evaluate(() => document.activeElement?.className ?? '')).toContain('list');
    expect(faults).toEqual([]);
  });

  it('blocks what guards would stop, says why, and leads to what mends it', async () => {
    const { page, host } = await open();
    await host.show({ readiness: { kind: 'checking' } });
    await page.getByText('Checking what guards say').waitFor();
    await host.show({ readiness: STOPPED });
    await page.getByText('repeats the id of an earlier one, in lines').waitFor();
    expect(await send(page).getAttribute('disabled')).not.toBeNull();
    expect(await send(page).getAttribute('title')).toContain('repeats the id');
    await page.getByRole('button', { name: 'Show these records' }).click();
    await page.getByText('1 found').waitFor();
    await page.getByRole('button', { name: 'Show skipped records' }).click();
    await page.getByText('51 found').waitFor();
    await page.getByRole('button', { name: 'Change limits' }).click();
    await soon(() => Promise.resolve(host.asked.at(-1))).toEqual({ type: 'open', link: 'limits' });
  });

  it('announces what would be asked, and claims nothing that was not checked', async () => {
    const { page, host } = await open();
    const typed = { decision: 'type', text: 'This disables 37 of 90 people.', typed: '37', links: [] } as const;
    await host.show({ readiness: { kind: 'checked', isWhole: false, reasons: [typed] } });
    await page.getByText('Asks you to type 37: This disables 37 of 90 people.').waitFor();
    await page.getByText('are checked when you send').waitFor();
    await host.show({ readiness: { kind: 'unchecked', text: 'The state folder cannot be read.' } });
    await page.getByText('Not checked: The state folder cannot be read.').waitFor();
  });

  it('says why there is no prediction of very many people', async () => {
    const { page, host } = await open();
    const most = page.getByText('is predicted for at most 20,000 people');
    await host.show({ readiness: { kind: 'checked', isWhole: true, reasons: [] } });
    await page.getByText('No guard asks or stops.').waitFor();
    expect(await most.count()).toBe(0);
    await host.show({ readiness: { kind: 'checked', isWhole: true, reasons: [], mostPredicted: 20_000 } });
    await most.waitFor();
  });

  it('shows what would happen to people as one bar, whose parts are filters', async () => {
    const { page, host } = await open();
    const outcomes = packOutcomes(
      240,
      Array.from({ length: 240 }, (_, index) => index + 1)
        .filter((record) => (record + 99) % 80 !== 0 && (record - 1) % 5 !== 4)
        .map((record) => ({ record, outcome: record % 2 === 0 ? 'updated' : 'created' }) as const),
    );
    host.predict({ outcomes });
    const filters = page.getByRole('group', { name: /What sending to Sandbox Tenant would do/ });
    const texts = async () =>
      (await filters.getByRole('button').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    await soon(texts).toEqual(['93 created', '96 updated', '51 skipped (invalid)']);
    await filters.getByRole('button', { name: 'created' }).click();
    await page.getByText('93 found').waitFor();
    await search(page).fill('ong');
    await search(page).fill('ang');
    await soon(() => page.getByText(/^\d+ found$/).innerText()).not.toBe('93 found');
    const both = await page.getByText(/^\d+ found$/).innerText();
    await filters.getByRole('button', { name: 'created' }).click();
    await soon(() => page.getByText(/^\d+ found$/).innerText()).not.toBe(both);
  });

  it('shows what each status means, and offers to decide those that are open', async () => {
    const { page, host } = await open();
    const rows = page.locator('.statuses tbody tr');
    await page.getByText('1 not decided').click();
    await soon(async () => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      'hired enabled 141',
      'gone disabled 48',
      'sabbatical not decided Treat "sabbatical" as … 48',
    ]);
    await page.getByRole('button', { name: 'Treat "sabbatical" as …' }).click();
    await soon(() => Promise.resolve(host.asked.at(-1))).toEqual({ type: 'decide', status: 2 });
  });

  it('keeps the last view, dimmed, while the mapping is half typed', async () => {
    const { page, host } = await open();
    await page.locator('.row', { hasText: 'Chloé' }).first().click();
    const before = (await names(page)).slice(0, 10);
    await host.show({ stale: [{ text: 'Line 3: Expected ")".', columns: [] }] });
    await page.getByText('Line 3: Expected ")".').waitFor();
    expect((await names(page)).slice(0, 10)).toEqual(before);
    expect(await page.locator('main.stale').count()).toBe(1);
    expect(await send(page).getAttribute('disabled')).not.toBeNull();
    await host.show({});
    await soon(() => page.locator('main.stale').count()).toBe(0);
    expect(await page.locator('.row[aria-selected=true]').innerText()).toContain('Chloé');
  });

  it('shows from the first moment that it plans, and how far sending is', async () => {
    const { page, host } = await open();
    await host.show({ planning: { text: 'Planning: Beginning' } });
    await page.getByText('Planning: Beginning').waitFor();
    expect(await send(page).getAttribute('disabled')).not.toBeNull();
    await host.show({ planning: { text: 'Planning: Reading the people, 34 %', share: 0.34 } });
    await page.getByText('34 %').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Planned' }).getAttribute('value')).toBe('0.34');
    await host.show({ run: { phase: 'sending', text: 'sending · 40 a minute · 2 minutes left', share: 0.5 } });
    await page.getByText('2 minutes left').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Sent' }).getAttribute('value')).toBe('0.5');
  });

  it.each([
    { theme: 'light', width: 1400 },
    { theme: 'dark', width: 500 },
    { theme: 'high-contrast', width: 1400 },
  ] as const)('is accessible in $theme, $width pixels wide', async (look) => {
    const { page, host, faults } = await open(look);
    await host.show({ readiness: STOPPED });
    await page.locator('.problems summary').waitFor();
    await page.screenshot({ path: `out/screenshots/head-${look.theme}-${look.width}.png`, animations: 'disabled' });
    expect(await violationsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
