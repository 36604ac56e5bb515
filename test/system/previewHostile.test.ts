import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ToPage } from '../../src/preview/protocol';
import { otherText } from '../support/comparisons';
import { HOSTILE_MARKUP } from '../support/hostileMarkup';
import type { ShownExtract } from '../support/previewPage/pageHost';
import type { ShownPage } from '../support/previewPage/previewBrowser';
import { previewPages } from '../support/previewPage/previewPages';

const MAPPING = `externalId = [Number]
userName = Join("@", [Name], "fabrikam.com")
displayName = [Name]
active = Switch([Status], , "active", "true")
`;

const SHOWN: ShownExtract = {
  text: 'Number,Name,Status,Spare\n1,Ana,active,a\n2,Bo,maybe,b\n3\n4,Cy,active,c\n',
  mapping: MAPPING,
  comparison: { input: otherText('Number,Name,Status,Spare\n1,Anna,active,a\n4,Cy,left,c\n5,Di,active,d\n') },
  prediction: {
    kind: 'known',
    connection: 'c',
    person: { title: 't', tone: 'good', isWritten: true, why: 'w', changes: [{ attribute: 'a', now: 'n', then: 't' }] },
  },
  beside: (record): readonly ToPage[] => [
    { type: 'fixes', record, fixes: [{ problem: 0, title: 'f' }] },
    { type: 'happened', record, happened: { kind: 'known', title: 't', tone: 'bad', why: 'w', when: 'w' } },
  ],
};

/** Members that hold one of a few words, by which the page chooses what it draws; the extension alone writes them. */
const CLOSED = new Set(['type', 'kind', 'state', 'tone', 'fault', 'result', 'level', 'decision', 'meaning', 'phase']);
/** Lists of such a word and a number. */
const COUNTED = new Set(['states', 'counts', 'outcomes']);

/** Texts that are drawn in a field at once, and how often all of it is drawn, so that each text was in each field. */
const AT_ONCE = 20;
const ROUNDS = Math.ceil(HOSTILE_MARKUP.length / AT_ONCE);

/** The same with another text in place of each text that is not one of a few words. */
function filled(value: unknown, text: (name: string) => string, name = ''): unknown {
  if (typeof value === 'string') return CLOSED.has(name) ? value : filledText(value, text(name));
  if (Array.isArray(value)) return COUNTED.has(name) ? value : value.map((each) => filled(each, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, text, key)]));
}

/** Values and operations are JSON, which conversion has written. */
function filledText(former: string, text: string): string {
  if (former.startsWith('{')) return JSON.stringify({ [text]: text }, undefined, 2);
  return former.startsWith('"') ? JSON.stringify(text) : text;
}

/** What HTML could have made of a text: elements that nobody of ours draws, handlers, and addresses of strangers. */
function foreignParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of Array.from(root.querySelectorAll('*'))) {
        if (
          element.matches(
            'script:not([src^="http://preview.test/dist/"]), iframe, object, embed, base, meta, form, img, video, audio, math, marquee',
          )
        )
          found.push(element.localName);
        for (const { name, value } of Array.from(element.attributes))
          if (name.startsWith('on') || (/^(?:href|src|srcdoc|action|style|ping)$/.test(name) && /evil|hit/.test(value)))
            found.push(`${element.localName} ${name}`);
        if (element.shadowRoot !== null) visit(element.shadowRoot);
      }
    };
    visit(document.body);
    return found;
  });
}

describe('texts of strangers in the preview', () => {
  const openPage = previewPages();
  let round = 0;
  let field = 0;
  /** Each field gets each text once, some in a round; which of them is the first differs from field to field. */
  const nextText = (name: string) => {
    const some = HOSTILE_MARKUP.slice((round % ROUNDS) * AT_ONCE).slice(0, AT_ONCE);
    const first = field++ % some.length;
    const text = [...some.slice(first), ...some.slice(0, first)].join('\n');
    // What is long is cut where it is shown
    return name === 'name' || name === 'ids' ? `~${round}~ ${text}` : text;
  };
  const alter = (message: ToPage): unknown => {
    field = 0;
    return filled(message, nextText);
  };

  async function expectNothing({ page, requested, faults }: ShownPage): Promise<void> {
    expect(await page.evaluate(() => (window as unknown as { hits: number }).hits)).toBe(0);
    expect(await foreignParts(page)).toEqual([]);
    expect(
      requested.filter((url) => !/^http:\/\/preview\.test\/(?:$|dist\/webview\/|media\/webview\/)/.test(url)),
    ).toEqual([]);
    expect(faults).toEqual([]);
  }

  async function open(tab: 'records' | 'requests' | 'compare', until: string): Promise<ShownPage> {
    round = 0;
    const shown = await openPage(SHOWN, { alter, kept: { tab } }, until);
    await shown.page.evaluate(() => {
      const own = window as unknown as { hits: number; hit: () => void };
      own.hits = 0;
      own.hit = () => own.hits++;
    });
    return shown;
  }

  it('are at least 500, and no two are the same', () => {
    expect(new Set(HOSTILE_MARKUP).size).toBe(HOSTILE_MARKUP.length);
    expect(HOSTILE_MARKUP.length).toBeGreaterThanOrEqual(500);
  });

  it('are texts in every field of the records, and run nothing and ask for nothing', async () => {
    const shown = await open('records', '#record-2');
    const { page, host } = shown;
    for (round = 1; round <= ROUNDS; round++) {
      await host.show({
        readiness: {
          kind: 'checked',
          isWhole: true,
          reasons: [{ decision: 'stop', text: 't', typed: 't', links: [{ kind: 'limits' }] }],
        },
        ...(round % 2 === 0 && { run: { phase: 'sending', text: 't', share: 0.5 } }),
        ...(round % 3 === 0 && { planning: { text: 't', share: 0.5 } }),
        ...(round % 5 === 0 && { stale: [{ text: 't', columns: ['c'] }] }),
      });
      host.predict({});
      await page.locator(`#record-${1 + (round % 2)}`).click();
      await page.locator('.who', { hasText: `~${round}~` }).waitFor();
    }
    await expectNothing(shown);
  });

  it('are texts in every field of the requests', async () => {
    const shown = await open('requests', '.requests .row:not(.pending)');
    const { page, host } = shown;
    for (round = 1; round <= ROUNDS; round++) {
      void host.edit({ mapping: MAPPING });
      const drawn = page.locator('.requests .row', { hasText: `~${round}~` });
      await drawn.first().waitFor();
    }
    await expectNothing(shown);
  });

  it('are texts in every field of the comparison', async () => {
    const shown = await open('compare', '.people .row:not(.pending)');
    const { page } = shown;
    for (round = 1; round <= ROUNDS; round++) {
      // Another filter has other rows made; another person another card
      await page.locator('.find-people input').fill(round % 2 === 0 ? 'cy' : 'ana');
      const rows = page.locator('.people .row', { hasText: `~${round}~` });
      await rows.first().click();
      await page.locator('.person-card .who', { hasText: `~${round}~` }).waitFor();
    }
    await expectNothing(shown);
  });
});
