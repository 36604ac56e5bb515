import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { knownFlow } from '../../src/host/preview/card/jobFlow';
import type { PreviewPrediction } from '../../src/preview/previewState';
import type { ToPage } from '../../src/preview/protocol';
import { violationsOf } from '../support/previewPage/accessibility';
import type { ShownExtract } from '../support/previewPage/pageHost';
import type { PageLook } from '../support/previewPage/previewBrowser';
import { previewPages, soon } from '../support/previewPage/previewPages';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const MAPPING = `externalId = [Personalnummer]
userName = Join("@", ToLower(Join(".", NormalizeDiacritics([Vorname]), NormalizeDiacritics([Nachname]))), "fabrikam.com")
displayName = Replace([Anzeigename], , "^ +| +$", , "", , )
name.givenName = [Vorname]
name.familyName = [Nachname]
active = Switch([Status], , "aktiv", "True", "ausgeschieden", "False")
title = [Funktionsbezeichnung]
emails[type eq "work"].value = ToLower([Mail])
userType = "Employee"
${ENTERPRISE}:department = [Abteilung]
`;

const SPARE = Array.from({ length: 300 }, (_, index) => `Reserve ${index + 1}`);
const COLUMNS = [
  'Personalnummer',
  'Vorname',
  'Nachname',
  'Anzeigename',
  'Status',
  'Funktionsbezeichnung',
  'Mail',
  'Abteilung',
];

function row(...cells: readonly string[]): string {
  return [...cells, ...SPARE].map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

const LONG = 'x'.repeat(100_000);
const EXTRACT = [
  [...COLUMNS, ...SPARE].join(','),
  row(
    '100234',
    'Zoë',
    'Müller-Hohenstein',
    '  Zoë Müller-Hohenstein ',
    'aktiv',
    'Leiterin Übersetzung und Lokalisierung',
    'Zoe.Mueller@FABRIKAM.com',
    'Kommunikation',
  ),
  row('100235', 'Tomo', 'Itō', 'Tomo Itō', 'Elternzeit', '', 't.ito@fabrikam.com', 'Einkauf'),
  '100236,Kurz,Zeile',
  row('100237', 'نور', 'الخطيب', 'نور الخطيب', 'aktiv', 'one\ntwo\tthree', 'nour\u202e@fabrikam.com', LONG),
].join('\n');

const PREDICTION: PreviewPrediction = {
  kind: 'known',
  connection: 'Contoso',
  person: {
    title: 'Would be updated (3 attributes)',
    tone: 'good',
    isWritten: true,
    why: '',
    changes: [
      { attribute: 'displayName', now: 'Zoe Müller', then: 'Zoë Müller-Hohenstein' },
      { attribute: 'jobTitle', now: '', then: 'Leiterin Übersetzung und Lokalisierung' },
      { attribute: 'usageLocation', now: 'DE', then: 'CH' },
    ],
  },
};

const FIXES = ['enabled', 'disabled'].map((word) => ({ problem: 0, title: `Treat "Elternzeit" as ${word}` }));

function beside(record: number): readonly ToPage[] {
  const why = 'The sign-in name is taken by another account. Change one of the two.';
  return [
    { type: 'fixes', record, fixes: record === 2 ? FIXES : [] },
    {
      type: 'happened',
      record,
      happened: { kind: 'known', title: 'Failed', tone: 'bad', why, when: '2 h ago, in Contoso' },
    },
  ];
}

const SHOWN: ShownExtract = { text: EXTRACT, mapping: MAPPING, beside, prediction: PREDICTION };

const openPage = previewPages();
const open = (look?: PageLook) => openPage(SHOWN, look, '#record-1');

async function choose(page: Page, record: number): Promise<void> {
  await page.locator(`#record-${record}`).click();
  await page.locator('.who', { hasText: `line ${record + 1}` }).waitFor();
  await page.getByRole('button', { name: 'Show in Runs' }).waitFor();
}

/** The row of a rule, by its attribute. */
const ruleOf = (page: Page, attribute: string) =>
  page.locator('.values tbody tr').filter({ has: page.locator(`.attribute:has-text("${attribute}")`) });

const asWritten = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('the card of a record', () => {
  const LOOKS = [
    { theme: 'light', width: 500, zoom: 1 },
    { theme: 'light', width: 1400, zoom: 1 },
    { theme: 'dark', width: 1400, zoom: 2 },
    { theme: 'high-contrast', width: 2200, zoom: 1 },
  ] as const;

  it.each(LOOKS)('is accessible and fits in $theme, $width pixels wide, zoom $zoom', async (look) => {
    const { page, faults } = await open({ ...look, height: 1000 });
    for (const [record, name] of ['sent', 'refused', 'short', 'unusual'].entries()) {
      await choose(page, record + 1);
      const unfolded = page.locator('.unused > summary');
      if (record === 0) await page.locator('[data-node="cell:1"]').first().hover();
      await page.screenshot({
        path: `out/screenshots/card-${name}-${look.theme}-${look.width}-${look.zoom}.png`,
        animations: 'disabled',
      });
      if (record < 2) expect(await violationsOf(page)).toEqual([]);
      if (record === 3) await unfolded.click();
      const { scrollWidth, clientWidth } = await page
        .locator('.detail')
        .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    }
    expect(faults).toEqual([]);
  });

  it('shows for each value its way, what was changed on it, and what it would change', async () => {
    const { page } = await open({ width: 2200 });
    await choose(page, 1);
    const name = ruleOf(page, 'displayName');
    expect(await name.locator('del').allInnerTexts()).toEqual(
      ['  ', ' ', 'e', 'ë', '-Hohenstein'].slice(0, 2).concat(['e']),
    );
    expect(await name.locator('ins').allInnerTexts()).toEqual(['ë', '-Hohenstein']);
    const texts = await page.locator('.values tbody tr').allInnerTexts();
    expect(texts.map(asWritten)).toContain(
      'Nachname Müller-Hohenstein [Nachname] name.familyName Müller-Hohenstein surname no change',
    );
    expect(texts.map(asWritten)).toContain('constant "Employee" userType Employee not read by the job');
    expect(texts.map(asWritten)).toContain('set by the job usageLocation DE → CH');
    await page.getByText('300 columns that the mapping does not use').click();
    await page.getByText('Reserve 300').first().waitFor();
  });

  it('asks the host by numbers alone', async () => {
    const { page, host } = await open({ width: 2200 });
    await choose(page, 2);
    await page.locator('.fixes vscode-button').nth(1).click();
    await ruleOf(page, 'active').locator('.expression button').click();
    await choose(page, 1);
    await ruleOf(page, 'active').locator('.attribute button').click();
    await ruleOf(page, 'active').locator('.entra button').click();
    await page.getByRole('button', { name: 'Show in Runs' }).click();
    const attribute = knownFlow(undefined, '').flows.findIndex(({ target }) => target === 'accountEnabled');
    await soon(() => Promise.resolve(host.asked.slice(-3))).toEqual([
      { type: 'showAttribute', record: 1, rule: 5 },
      { type: 'showMapping', attribute },
      { type: 'showResult', record: 1 },
    ]);
    expect(host.asked).toContainEqual({ type: 'chosen', record: 1, line: 2 });
    expect(host.asked).toContainEqual({ type: 'fix', record: 2, fix: 1 });
    expect(host.asked).toContainEqual({ type: 'showRule', offset: MAPPING.indexOf('active') });
  });

  it('makes blanks, line breaks and hidden characters visible, and folds what is long', async () => {
    const { page } = await open({ width: 2200 });
    await choose(page, 4);
    expect(await ruleOf(page, 'title').locator('.given').innerText()).toBe('one↵\ntwo\\tthree');
    expect(await ruleOf(page, 'emails').locator('.given').innerText()).toContain('nour\\u{202e}@');
    const department = ruleOf(page, 'department').locator('.given');
    expect((await department.innerText()).length).toBeLessThan(600);
    await department.getByText('99,600 more characters').click();
    await soon(async () => (await department.innerText()).length).toBeGreaterThan(99_000);
  });
});
