import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFromPage } from '../../../src/preview/protocol';

/** Every message that does more than to ask for something to be shown, as the page sends it. */
const EFFECTS: readonly (readonly [type: string, members: Readonly<Record<string, unknown>>])[] = [
  ['open', { link: 'limits' }],
  ['fix', { record: 1, fix: 0 }],
  ['showCells', { line: 1, columns: ['a'] }],
  ['showResult', { record: 1 }],
  ['chosen', { record: 1, line: 2 }],
  ['compareWith', { wish: 'swap' }],
  ['comparedFilter', { request: { view: 1, filter: { text: '', kind: 'leaver' } } }],
  ['comparedRows', { id: 1, view: 1, from: 0, count: 10 }],
  ['showOther', { line: 1, columns: ['a'] }],
  ['filter', { request: { view: 1, filter: { text: '', state: 'refused' } } }],
];

const junk = fc.oneof(
  fc.string(),
  fc.double(),
  fc.constantFrom(null, undefined, true, -1, 1.5, NaN, 2 ** 53, '1', 'LIMITS', 'limits ', '__proto__', 'constructor'),
  fc.array(fc.anything(), { maxLength: 2 }),
  fc.record({ link: fc.string(), text: fc.anything(), filter: fc.anything(), toString: fc.anything() }),
);

/** A member of a message that is as the page would send it is another matter: these are wrong everywhere. */
function isWrong(value: unknown, right: unknown): boolean {
  return typeof value !== typeof right || Array.isArray(value) !== Array.isArray(right) || value === null;
}

it('a message with one member that is not what it should be has no effect, 10,000 times', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EFFECTS), fc.nat(), junk, ([type, members], place, value) => {
      expect(parseFromPage({ type, ...members })).toBeDefined();
      const names = Object.keys(members);
      const name = names[place % names.length] ?? '';
      fc.pre(isWrong(value, members[name]));
      expect(parseFromPage({ type, ...members, [name]: value })).toBeUndefined();
    }),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.anything()), fc.anything(), (type, members) => {
      const known = ['ready', 'send', 'useConnection', 'readAs', 'chooseReading', 'chooseMapping', 'compare'];
      fc.pre(typeof type !== 'string' || !known.includes(type));
      const message = typeof members === 'object' && members !== null ? { ...members, type } : { type, members };
      expect(parseFromPage(message)).toBeUndefined();
    }),
    { numRuns: 5000 },
  );
});
