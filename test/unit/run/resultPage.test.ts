import { createHash } from 'node:crypto';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { RecordAccount, RunAccount } from '../../../src/core/run/account/runAccount';
import type { RecordState } from '../../../src/core/run/recordState';
import { RECORD_STATES } from '../../../src/core/run/recordState';
import type { PageHead } from '../../../src/core/run/results/resultPage';
import { resultPage } from '../../../src/core/run/results/resultPage';
import type { ReportGroup } from '../../../src/core/run/results/resultReport';
import { resultReport } from '../../../src/core/run/results/resultReport';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';

type Element = DefaultTreeAdapterTypes.Element;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const HEAD: PageHead = {
  extract: 'staff.csv',
  connection: 'Contoso',
  isSandbox: false,
  run: '20261128-204806-3f9a1c',
  madeAt: '2026-11-28T20:48:06.250Z',
  isNamed: false,
};

/** An account of these people, with the counts that they have. */
function accountOf(people: readonly RecordAccount[]): RunAccount {
  const counts = Object.fromEntries(
    RECORD_STATES.map((state) => [state, people.filter((person) => person.state === state).length]),
  ) as Record<RecordState, number>;
  const records = {
    length: people.length,
    leftOut: { unchanged: 0, unselected: 0 },
    states: () => people.map(({ state }, index) => ({ record: index + 1, state })),
    at: (index: number) => people[index],
  };
  return { counts, elsewhere: 0, batches: [], records: records as unknown as RunAccount['records'] };
}

const operation = { kind: 'operation', batch: 1 } as const;
const failed = (record: number, code: string, more: Partial<RecordAccount> = {}): RecordAccount => ({
  record,
  line: record + 1,
  externalId: `10${record}789`,
  displayName: 'Ana María Núñez',
  fate: operation,
  state: 'failed',
  cause: `cause of ${code}`,
  remedy: 'remedy',
  answers: [{ entry: `e${record}`, at: '2026-11-28T20:50:00Z', outcome: 'failed', code }],
  entries: [],
  ...more,
});
const invalid = (record: number, code: string): RecordAccount => ({
  ...failed(record, code),
  state: 'refused',
  cause: 'The cell is empty.',
  remedy: '',
  answers: [],
  fate: { kind: 'refused', problems: [{ code, severity: 'row', message: '', record } as never] },
});
const causes = (groups: readonly ReportGroup[]) => groups.map(({ cause, count }) => [cause, count]);

describe('a report of results', () => {
  it('tells what the extract has to correct from what IT has to', () => {
    const { extract, administration } = resultReport(
      accountOf([
        invalid(1, 'value.missing'),
        invalid(2, 'csv.row.field-count'),
        invalid(3, 'value.expression'),
        failed(4, 'DuplicateSourceEntries'),
        failed(5, 'InsufficientRights'),
        failed(6, 'insufficientrights', { cause: 'cause of InsufficientRights' }),
        failed(7, 'Conflict', { state: 'held' }),
        failed(8, '', { state: 'created' }),
      ]),
      false,
    );
    expect(causes(extract.groups)).toEqual([
      ['The cell is empty.', 2],
      ['cause of DuplicateSourceEntries', 1],
    ]);
    expect(causes(administration.groups)).toEqual([
      ['cause of InsufficientRights', 2],
      ['The cell is empty.', 1],
      ['cause of Conflict', 1],
    ]);
  });

  it.each([
    ['Ana María Núñez', '123456', 'line 2 · A. N. · …456', 'line 2 · Ana María Núñez · 123456'],
    ['Núñez, Ana', '77', 'line 2 · N. A. · …7', 'line 2 · Núñez, Ana · 77'],
    ['ana', 'ana@contoso.com', 'line 2 · A.', 'line 2 · ana · ana@contoso.com'],
    ['山田太郎', '5', 'line 2 · 山.', 'line 2 · 山田太郎 · 5'],
    ['---', 'E0012', 'line 2 · …12', 'line 2 · --- · E0012'],
  ])('masks %s, %s', (displayName, externalId, masked, named) => {
    const account = accountOf([failed(1, 'Conflict', { displayName, externalId })]);
    expect(resultReport(account, false).administration.groups[0]?.people).toEqual([masked]);
    expect(resultReport(account, true).administration.groups[0]?.people).toEqual([named]);
  });

  it('says nothing in the words of the service while people are masked', () => {
    const person = failed(1, 'Odd', { cause: 'ana@contoso.com is taken', entries: [{} as never] });
    const [masked] = resultReport(accountOf([person]), false).administration.groups;
    expect(masked).toMatchObject({ cause: 'The service gave the code Odd.', remedy: '' });
    const [named] = resultReport(accountOf([person]), true).administration.groups;
    expect(named).toMatchObject({ cause: 'ana@contoso.com is taken' });
  });

  it('counts whom it does not list', () => {
    const many = Array.from({ length: 400 }, (_, index) => failed(index + 1, `Code${index % 20}`));
    const { administration } = resultReport(accountOf(many), false);
    expect(administration).toMatchObject({ count: 400, others: 160 });
    expect(administration.groups).toHaveLength(12);
    expect(administration.groups[0]).toMatchObject({ count: 20 });
    expect(administration.groups[0]?.people).toHaveLength(10);
  });
});

/** Every element of a page, as a browser reads it. */
function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const shapeOf = (html: string) =>
  elementsOf(html).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);
const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

describe('a page of results', () => {
  const page = (text: string) =>
    resultPage(
      resultReport(
        accountOf([failed(1, 'Conflict', { displayName: text, externalId: text, cause: text, remedy: text || 'x' })]),
        true,
      ),
      { ...HEAD, extract: text, connection: text, isNamed: true },
      sha256,
    );
  const plain = page('harmless');

  it('has the same structure with any texts', () => {
    const shape = shapeOf(plain);
    for (const text of HOSTILE_TEXTS) {
      const html = page(text);
      expect(shapeOf(html), text).toEqual(shape);
      expect(html.replaceAll('\n', ''), text).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }
    expect(textOf(parse(page('<b>"&amp;\'')))).toContain('Results of <b>"&amp;\'');
  });

  it('runs nothing, asks for nothing, and leads nowhere', () => {
    const elements = elementsOf(plain);
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of ['script', 'link', 'img', 'iframe', 'a', 'object', 'form', 'base'])
      expect(names).not.toContain(name);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name }) => /^on|^(src|href|style|action|srcset)$/.test(name))).toEqual([]);
    const style = elements.find(({ tagName }) => tagName === 'style');
    expect(style && textOf(style)).not.toMatch(/url\(|@import|https?:/);
    const policy = attributes.find(({ value }) => value.startsWith("default-src 'none'"))?.value;
    expect(policy).toContain(`style-src 'sha256-${sha256(style ? textOf(style) : '')}'`);
    expect(policy).not.toContain('unsafe');
  });

  it('reads well without eyes: a language, one heading of the page, named sections, cells with headers', () => {
    const elements = elementsOf(plain);
    expect(elements[0]).toMatchObject({ tagName: 'html', attrs: [{ name: 'lang', value: 'en' }] });
    expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    const ids = new Set(
      elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value)),
    );
    const sections = elements.filter(({ tagName }) => tagName === 'section');
    for (const { attrs } of sections)
      expect(ids).toContain(attrs.find(({ name }) => name === 'aria-labelledby')?.value);
    const headers = elements.filter(({ tagName }) => tagName === 'th');
    expect(headers.every(({ attrs }) => attrs.some(({ name }) => name === 'scope'))).toBe(true);
    const drawn = elements.filter(({ tagName }) => tagName === 'svg');
    expect(
      drawn.every(({ attrs }) => attrs.some(({ name, value }) => name === 'aria-hidden' && value === 'true')),
    ).toBe(true);
  });

  it('says when nobody has anything to do, and when it is too early to say', () => {
    const of = (...states: readonly RecordState[]) =>
      textOf(
        parse(
          resultPage(
            resultReport(accountOf(states.map((state, index) => failed(index, '', { state, answers: [] }))), false),
            HEAD,
            sha256,
          ),
        ),
      );
    expect(of('created', 'unchanged')).toContain('Nobody has to do anything.');
    expect(of('created', 'waiting')).toContain('1 record is still to be sent, or to be found in the log');
    expect(of('created', 'waiting')).not.toContain('Nobody has to do anything.');
    expect(of('failed')).not.toContain('Nobody has to do anything.');
  });
});
