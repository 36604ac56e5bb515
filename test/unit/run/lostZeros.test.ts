import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ID_LENGTH, idHash } from '../../../src/core/baseline/keyedHashes';
import { toBytes } from '../../../src/core/bytes/byteWriter';
import { LostZeros } from '../../../src/core/run/people/lostZeros';

const hmac = (bytes: Uint8Array): Uint8Array => createHmac('sha256', 'a key').update(bytes).digest();

type People = readonly (readonly [id: string, manager: string])[];

/** How many ids have lost zeros, with the records that are named. */
function lost(people: People) {
  const zeros = new LostZeros();
  const ids = new Uint8Array(people.length * ID_LENGTH);
  for (const [index, [id, manager]] of people.entries()) {
    if (id !== '') ids.set(idHash(hmac, id), index * ID_LENGTH);
    zeros.meet(toBytes(manager));
  }
  const { count, first } = zeros.damaged(ids, hmac, (record) => record + 1);
  return [count, ...first.map(({ record, line }) => `${record}:${line}`)];
}

const NOBODY = [0];

describe('ids that have lost their zeros', () => {
  it('are found where managers of one length are people with and without their zeros', () => {
    const people: People = [
      ['12345', '00417'],
      ['417', '00088'],
      ['88', '12345'],
      ['9', '12345'],
      ['20001', '00417'],
    ];
    expect(lost(people)).toEqual([2, '2:3', '3:4']);
  });

  it('are found where some managers are nobody of the extract, as long as most are', () => {
    const rest: People = [
      ['5000', '1000'],
      ['1000', '0999'],
      ['12', '0012'],
      ['34', '0034'],
    ];
    expect(lost(rest)[0]).toBe(2);
    expect(lost([...rest, ['6000', '0998'], ['6001', '0997']])).toEqual(NOBODY);
  });

  it.each<[string, People]>([
    [
      'a company counts up, and so do its managers',
      Array.from({ length: 12_000 }, (_, n) => [`${n + 1}`, `${(n >> 3) + 1}`]),
    ],
    [
      'all have their zeros',
      Array.from({ length: 12_000 }, (_, n) => [`${n + 1}`.padStart(6, '0'), `${(n >> 3) + 1}`.padStart(6, '0')]),
    ],
    [
      'those of external people count up beside those of the staff with their zeros',
      [
        ...Array.from({ length: 300 }, (_, n) => [`${n + 1}`, `${(n >> 3) + 1}`.padStart(5, '0')] as const),
        ...Array.from({ length: 300 }, (_, n) => [`${n + 1}`.padStart(5, '0'), '12345'] as const),
        ['12345', ''],
      ],
    ],
    [
      'external people alone count up, and staff of another extract are their managers',
      Array.from({ length: 300 }, (_, n) => [`${n + 1}`, `${n * 97 + 1}`.padStart(5, '0')]),
    ],
    [
      'managers have lost them',
      [
        ['00417', '88'],
        ['00088', '417'],
        ['12345', '12345'],
      ],
    ],
    [
      'managers are of several lengths',
      [
        ['12345', '00417'],
        ['417', '088'],
        ['88', '12345'],
      ],
    ],
    [
      'one manager is found by chance',
      [
        ['12345', '00417'],
        ['417', '12345'],
        ['88', '12345'],
      ],
    ],
    [
      'ids have letters',
      [
        ['E12345', 'E00417'],
        ['E417', 'E00088'],
        ['E88', 'E12345'],
      ],
    ],
    [
      'there are no managers',
      [
        ['417', ''],
        ['88', ''],
        ['12345', ''],
      ],
    ],
    ['there is nobody', []],
  ])('are not found where %s', (_, people) => {
    expect(lost(people)).toEqual(NOBODY);
  });
});
