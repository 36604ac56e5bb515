import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HalfSipHash } from '../../../src/core/baseline/halfSipHash';
import { Active, ResourceScanner } from '../../../src/core/baseline/resourceScanner';
import { toBytes } from '../../../src/core/bytes/byteWriter';
import { viewOf } from '../../../src/core/bytes/words';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import type { AttributePath } from '../../../src/core/scim/attributePath';
import { formatAttributePath } from '../../../src/core/scim/attributePath';

const MAPPING = `
externalId = [A]
userName = [A]
displayName = [A]
active = [A]
name.givenName = [A]
name.familyName = [A]
title = [A]
emails[type eq "work"].value = [A]
emails[type eq "home"].value = [A]
emails[type eq "work"].primary = [A]
phoneNumbers[type eq "mobile"].value = [A]
addresses[type eq "work"].locality = [A]
addresses[type eq "work"].country = [A]
roles.value = [A]
urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department = [A]
urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [A]
urn:ietf:params:scim:schemas:extension:contoso:1.0:User:Über = [A]
urn:ietf:params:scim:schemas:extension:contoso:1.0:User:list[kind eq "a\\"b"].value = [A]
`;

const paths = loadMapping(MAPPING).model.rules.map(({ path }) => path);
const hash = new HalfSipHash(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

/** Puts values where their paths lead, the obvious way. */
function resourceOf(values: readonly (Plain | undefined)[]): Record<string, Plain> {
  const resource: Record<string, Plain> = { schemas: ['urn:a', 'urn:b'] };
  for (const [slot, path] of paths.entries()) {
    const value = values[slot];
    if (value === undefined) continue;
    const owner = path.urn === undefined ? resource : within(resource, path.urn, {});
    if (path.filter !== undefined) {
      const list = within(owner, path.attribute, []) as unknown as Record<string, Plain>[];
      const terms = Object.fromEntries(path.filter.map((term) => [term.attribute, term.value]));
      let element = list.find((one) => Object.entries(terms).every(([name, wanted]) => one[name] === wanted));
      if (element === undefined) list.push((element = { ...terms }));
      element[path.sub ?? 'value'] = value;
    } else if (path.sub === undefined) owner[path.attribute] = value;
    else if (path.attribute === 'roles') owner[path.attribute] = [{ [path.sub]: value }];
    else within(owner, path.attribute, {})[path.sub] = value;
  }
  return resource;
}

function within(owner: Record<string, Plain>, name: string, empty: Plain): Record<string, Plain> {
  return (owner[name] ??= empty) as Record<string, Plain>;
}

/** What a path leads to in a value that `JSON.parse` gave, the obvious way. */
function valueAt(resource: Record<string, Plain>, { urn, attribute, filter, sub }: AttributePath): Plain | undefined {
  const owner = (urn === undefined ? resource : resource[urn]) as Record<string, Plain> | undefined;
  const value = owner?.[attribute];
  const element = Array.isArray(value)
    ? (value as Record<string, Plain>[]).find((one) =>
        (filter ?? []).every((term) => one[term.attribute] === term.value),
      )
    : (value as Record<string, Plain> | undefined);
  if (filter === undefined && sub === undefined) return value;
  return element?.[sub ?? 'value'];
}

function hash32(value: Plain | undefined): number {
  if (value === undefined || value === null || value === '') return 0;
  const bytes = toBytes(JSON.stringify(value));
  return hash.hash32(viewOf(bytes), 0, bytes.length) || 1;
}

/** JSON with blanks between its words, and every character of texts escaped that `isEscaped` chooses. */
function spelled(value: Plain, blank: string, isEscaped: (unit: number) => boolean): string {
  const text = (said: string) =>
    JSON.stringify(said).replace(/[^\x20-\x7e]|\//gu, (point) =>
      isEscaped(point.codePointAt(0) ?? 0)
        ? Array.from(
            { length: point.length },
            (_, at) => `\\u${point.charCodeAt(at).toString(16).padStart(4, '0')}`,
          ).join('')
        : point,
    );
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value))
    return `[${blank}${value.map((one) => spelled(one as Plain, blank, isEscaped)).join(`,${blank}`)}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(
    ([name, one]) => `${blank}${JSON.stringify(name)}${blank}:${blank}${spelled(one, blank, isEscaped)}`,
  );
  return `{${members.join(`${blank},`)}${blank}}`;
}

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '"', '\\', '\\"', '}', '],', '{"a":1}', 'a/b', '\u0000\n', 'Ünï😀', 'true', '"type":"work"'),
);
const plain: fc.Arbitrary<Plain | undefined> = fc.oneof(
  { weight: 6, arbitrary: texts },
  { weight: 1, arbitrary: fc.constantFrom<Plain | undefined>(undefined, null, true, false, 0, -1.5, 1e21) },
);
const values = fc.tuple(...paths.map(() => plain));
const spellings = fc.tuple(fc.constantFrom('', ' ', '\n\t'), fc.constantFrom(0, 1, 2, 3));

function scan(json: string): ResourceScanner {
  const scanner = new ResourceScanner(paths, hash);
  const bytes = toBytes(`##${json}##`);
  scanner.scan({ bytes, view: viewOf(bytes) }, 2);
  return scanner;
}

describe('ResourceScanner', () => {
  it('gives of all attributes what parsing and looking each up gives', () => {
    fc.assert(
      fc.property(values, spellings, (given, [blank, every]) => {
        const json = spelled(resourceOf(given), blank, (unit) => every > 0 && unit % every === 0);
        const parsed = JSON.parse(json) as Record<string, Plain>;
        const scanner = scan(json);
        for (const [slot, path] of paths.entries())
          expect([formatAttributePath(path), scanner.hashes[slot]]).toEqual([
            formatAttributePath(path),
            hash32(valueAt(parsed, path)),
          ]);
        expect(scanner.hashes.at(-1)).toBe(0);
        const { externalId, userName, active } = parsed;
        if (typeof externalId === 'string') expect(Buffer.from(scanner.id).toString()).toBe(externalId);
        else expect(scanner.id).toHaveLength(0);
        expect(scanner.active).toBe(
          active === true ? Active.active : active === false ? Active.inactive : Active.uncertain,
        );
        const name = toBytes(JSON.stringify(userName ?? null));
        expect(scanner.userName).toEqual(
          hash32(userName) === 0 ? { low: 0, high: 0 } : hash.hash64(viewOf(name), 0, name.length),
        );
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it.each([
    ['an attribute that no path leads to', { nickName: 'Bo' }],
    ['an element that no filter takes', { emails: [{ type: 'other', value: 'bo@contoso.com' }] }],
    ['another member of an element', { emails: [{ type: 'work', display: 'Bo' }] }],
    ['an extension that no path leads to', { 'urn:other': { a: 'b' } }],
    ['an attribute of another shape', { name: 'Bo' }],
  ])('sees %s among the rest', (_what, more: Record<string, Plain>) => {
    expect(scan(JSON.stringify({ externalId: '1', ...more })).hashes.at(-1)).not.toBe(0);
    expect(scan(JSON.stringify({ externalId: '1' })).hashes.at(-1)).toBe(0);
  });

  it('matches elements by the terms that no rule writes', () => {
    const own = loadMapping('emails[type eq "work"].value = [A]\nemails[type eq "work"].type = [B]\n').model.rules;
    const scanner = new ResourceScanner(
      own.map(({ path }) => path),
      hash,
    );
    const bytes = toBytes('{"emails":[{"type":"home","value":"bo@contoso.com"}]}');
    scanner.scan({ bytes, view: viewOf(bytes) }, 0);
    expect([...scanner.hashes]).toEqual([hash32('bo@contoso.com'), hash32('home'), 0]);
  });
});
