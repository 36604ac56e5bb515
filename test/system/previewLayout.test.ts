import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { packOutcomes } from '../../src/preview/predictedOutcomes';
import type { Readiness } from '../../src/preview/readiness';
import { otherText } from '../support/comparisons';
import type { ShownExtract } from '../support/previewPage/pageHost';
import { previewPages, soon } from '../support/previewPage/previewPages';

const MAPPING = `externalId  = [Personnel number]
userName    = Join("@", [Login], "litware.com")
displayName = [Full name]
active      = Switch([Status], , "hired", "True", "gone", "False")
`;

const HEADER = 'Personnel number,Login,Full name,Status';

/** Of 900 people one repeats an id, some have a status that nobody decides, and some a row with a cell too few. */
function people(first: number): string {
  const rows = Array.from({ length: 900 }, (_, index) => {
    const number = 700_001_000 + first + index;
    if (index % 80 === 7) return `${number},short`;
    const status = ['hired', 'hired', 'gone', 'sabbatical'][index % 4] ?? '';
    return `${index === 200 ? 700_001_000 : number},u${number},Anna-Katharina Papadopoulou-Hohenstein,${status}`;
  });
  return [HEADER, ...rows].join('\n');
}

const SHOWN: ShownExtract = { text: people(0), mapping: MAPPING };

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
      text: '237 of 900 records have a problem and are left out, and the limit is 48. Correct them, or raise refuse.stop.',
      links: [{ kind: 'state', state: 'refused' }, { kind: 'limits' }],
    },
  ],
};

/** The size of an editor beside the extract, the same one slimmer, and one below a terminal. */
const LOW = [
  { width: 500, height: 450 },
  { width: 700, height: 450 },
  { width: 1000, height: 450 },
];

const open = previewPages();

/** Rows of the shown list that are in sight as a whole. */
const rowsInSight = (page: Page) =>
  page.locator('.list:visible').evaluate((list) => {
    const head = list.querySelector('.grid-head')?.getBoundingClientRect().bottom ?? 0;
    const end = Math.min(list.getBoundingClientRect().bottom, window.innerHeight);
    return Array.from(list.querySelectorAll('.row')).filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= head - 1 && bottom <= end + 1;
    }).length;
  });

/** By how many pixels the shown list is wider than its room. */
const sideways = (page: Page) =>
  page.locator('.list:visible').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

const pageScroll = (page: Page) => page.evaluate(() => document.body.scrollHeight - document.body.clientHeight);

describe('the room of the preview', () => {
  it.each(LOW)('keeps five records in sight at $width x $height, however long the head is', async (look) => {
    const { page, host } = await open(SHOWN, look);
    await host.show({ readiness: STOPPED });
    await page.getByText('repeats the id of an earlier one, in lines').waitFor();
    await page.locator('.problems > summary').click();
    await page.locator('.statuses > summary').click();
    await soon(() => rowsInSight(page)).toBeGreaterThanOrEqual(5);
    expect(await pageScroll(page)).toBe(0);
    // What does not fit is reached by scrolling the head
    const last = page.locator('.problems li').last();
    await last.scrollIntoViewIfNeeded();
    const [place, tabs] = [await last.boundingBox(), await page.getByRole('tablist').boundingBox()];
    expect((place?.y ?? Infinity) + 10).toBeLessThan(tabs?.y ?? 0);
  });

  it.each(LOW)('keeps five compared people in sight at $width x $height', async (look) => {
    const { page } = await open(
      { ...SHOWN, comparison: { input: otherText(people(40)) } },
      { ...look, kept: { tab: 'compare' } },
      '.people .row:not(.pending)',
    );
    await page.getByRole('region', { name: 'Guards' }).waitFor();
    await soon(() => rowsInSight(page)).toBeGreaterThanOrEqual(5);
    expect([await pageScroll(page), await sideways(page)]).toEqual([0, 0]);
  });

  it('shows all that a list always has without scrolling sideways, in a slim window too', async () => {
    const { page, host } = await open(SHOWN, { width: 700, height: 450 });
    const operations = Array.from({ length: 900 }, (_, index) => index + 1).filter(
      (record) => record % 80 !== 8 && (record - 1) % 4 !== 3,
    );
    host.predict({
      outcomes: packOutcomes(
        900,
        operations.map((record) => ({ record, outcome: 'unchanged' }) as const),
      ),
    });
    await page.locator('.list').getByRole('columnheader', { name: 'Predicted' }).waitFor();
    for (const width of [700, 500, 1000]) {
      await page.setViewportSize({ width, height: 450 });
      await soon(() => sideways(page)).toBe(0);
    }
    // Of what is cut all is in the tooltip
    expect(await page.locator('#record-1 .name').getAttribute('title')).toBe('Anna-Katharina Papadopoulou-Hohenstein');
    // Beside the tabs as well, how many are found
    await page.getByRole('textbox', { name: 'Name, id or line' }).fill('anna');
    const found = page.getByText('888 found', { exact: true });
    await found.waitFor();
    for (const width of [700, 500, 1000]) {
      await page.setViewportSize({ width, height: 450 });
      await soon(() => found.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    }
    await page.getByRole('tab', { name: 'Requests' }).click();
    await page.setViewportSize({ width: 500, height: 450 });
    await page.locator('.requests .row:not(.pending)').first().waitFor();
    await soon(() => sideways(page)).toBe(0);
    expect(await page.locator('#request-1 .ids').getAttribute('title')).toBe('700001000 – 700001065');
  });
});
