import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageAnswers } from '../../../src/host/preview/answers/answerTo';
import { answerTo } from '../../../src/host/preview/answers/answerTo';
import type { FromPage } from '../../../src/preview/protocol';

type Members = Readonly<Record<string, unknown>>;

/** What the page says, one message of each type: that each is there is checked by the compiler. */
const SAID: { readonly [Type in FromPage['type']]: Extract<FromPage, { readonly type: Type }> } = {
  ready: { type: 'ready' },
  send: { type: 'send' },
  useConnection: { type: 'useConnection' },
  readAs: { type: 'readAs' },
  chooseReading: { type: 'chooseReading' },
  chooseMapping: { type: 'chooseMapping' },
  open: { type: 'open', link: 'limits' },
  compare: { type: 'compare' },
  compareWith: { type: 'compareWith', wish: 'swap' },
  comparedFilter: { type: 'comparedFilter', request: { view: 1, filter: { text: '', kind: 'leaver' } } },
  comparedRows: { type: 'comparedRows', id: 1, view: 1, from: 0, count: 10 },
  comparedDetail: { type: 'comparedDetail', id: 1, record: 1 },
  showOther: { type: 'showOther', line: 1, columns: ['a'] },
  showRun: { type: 'showRun', run: '2026-11-27' },
  decide: { type: 'decide', status: 0 },
  select: { type: 'select', id: 1, record: 1, follows: true },
  predict: { type: 'predict', id: 1, record: 1, isWanted: true },
  rows: { type: 'rows', id: 1, view: 1, from: 0, count: 64, cells: [0, 1] },
  filter: { type: 'filter', request: { view: 1, filter: { text: '', state: 'refused' } } },
  layout: { type: 'layout', layout: { columns: [1] } },
  showCells: { type: 'showCells', line: 1, columns: ['a'] },
  showRule: { type: 'showRule', offset: 1 },
  showAttribute: { type: 'showAttribute', record: 1, rule: 1 },
  showMapping: { type: 'showMapping', attribute: 1 },
  showResult: { type: 'showResult', record: 1 },
  lookBack: { type: 'lookBack', record: 1 },
  fix: { type: 'fix', record: 1, fix: 0 },
  chosen: { type: 'chosen', record: 1, line: 2 },
  requests: { type: 'requests', id: 1, from: 0, count: 64 },
  openRequest: { type: 'openRequest', number: 1 },
  openOperation: { type: 'openOperation', record: 1 },
  saveRequest: { type: 'saveRequest', number: 1 },
  saveRequests: { type: 'saveRequests' },
};

const MESSAGES: readonly FromPage[] = Object.values(SAID);

/** Everything that a preview was made to do by messages. */
function witness(): { readonly effects: FromPage[]; readonly hear: (message: unknown) => Promise<void> } {
  const effects: FromPage[] = [];
  const see = (said: FromPage): void => {
    effects.push(said);
  };
  const answers = Object.fromEntries(Object.keys(SAID).map((type) => [type, see])) as unknown as PageAnswers;
  return {
    effects,
    hear: async (message) => {
      await answerTo(message, answers)?.();
    },
  };
}

const junk = fc.oneof(
  fc.string(),
  fc.double(),
  fc.constantFrom(null, undefined, true, -1, 1.5, NaN, 2 ** 53, '1', 'LIMITS', 'limits ', '__proto__', 'constructor'),
  fc.array(fc.anything(), { maxLength: 2 }),
  fc.record({ link: fc.string(), text: fc.anything(), filter: fc.anything(), toString: fc.anything() }),
);

/** Texts that mean something to somebody else: commands, addresses, members that every object has. */
const meant = fc.constantFrom(
  'workbench.action.quit',
  'command:workbench.action.terminal.new',
  'file:///etc/passwd',
  'https://example.com/',
  '__proto__',
  'toString',
  'hasOwnProperty',
);

/** A value of another kind than the right one, and so certainly wrong. Members of members may be left out. */
function isOfOtherKind(value: unknown, right: unknown, isInner: boolean): boolean {
  if (value === undefined) return !isInner && right !== true;
  return typeof value !== typeof right || Array.isArray(value) !== Array.isArray(right) || value === null;
}

/** The ways to each part of a message, but for its type. */
function waysInto(part: unknown): readonly (readonly string[])[] {
  if (typeof part !== 'object' || part === null) return [];
  const names = Object.keys(part).filter((name) => name !== 'type');
  return names.flatMap((name) => [[name], ...waysInto((part as Members)[name]).map((rest) => [name, ...rest])]);
}

function partAt(whole: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>((part, name) => (part as Members)[name], whole);
}

function withPart(whole: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const part = rest.length === 0 ? value : withPart((whole as Members)[name], rest, value);
  if (Array.isArray(whole)) return whole.map((each: unknown, index) => (String(index) === name ? part : each));
  return { ...(whole as Members), [name]: part };
}

/** One part of a message of the page is missing, or of another kind. */
const damaged = fc
  .tuple(fc.constantFrom(...MESSAGES.flatMap((said) => waysInto(said).map((way) => ({ said, way })))), junk)
  .filter(([{ said, way }, value]) => isOfOtherKind(value, partAt(said, way), way.length > 1))
  .map(([{ said, way }, value]) => withPart(said, way, value));

/** A message of a type that the page does not know. */
const unknown = fc
  .tuple(fc.oneof(meant, fc.string(), fc.anything()), fc.oneof(fc.anything(), fc.constantFrom<unknown>(...MESSAGES)))
  .filter(([type]) => typeof type !== 'string' || !Object.hasOwn(SAID, type))
  .map(([type, members]): unknown => ({ ...(members as Members | null), type }));

const anything = fc
  .anything({ withNullPrototype: true, withDate: true, withMap: true, withSet: true, withBigInt: true })
  .filter((value) => !Object.hasOwn(SAID, String((value as { type?: unknown } | null | undefined)?.type)));

/** Members that the page never sends, beside those that it does. */
const beside = fc.dictionary(fc.constantFrom('command', 'uri', 'path', 'connection', 'args', 'confirmed', 'to'), meant);

describe('messages to the preview', () => {
  it('have no effect when they are malformed: 10,000 of them', async () => {
    const { effects, hear } = witness();
    await fc.assert(fc.asyncProperty(fc.oneof(damaged, unknown, anything), hear), { numRuns: 10_000 });
    expect(effects).toEqual([]);
  });

  it.each(MESSAGES)('have the effect of their type when they are what the page says: $type', async (said) => {
    const { effects, hear } = witness();
    await hear(said);
    expect(effects).toEqual([said]);
  });

  it('hand on nothing that the page does not say: no command, no address, no confirmation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MESSAGES), beside, async (said, more) => {
        const { effects, hear } = witness();
        await hear({ ...more, ...said });
        expect(effects).toEqual([said]);
      }),
      { numRuns: 1000 },
    );
  });
});
