import { describe, expect, it } from 'vitest';
import type { PreviewContent } from '../../../src/preview/previewState';
import { isShownPart, summaryParts, withPart } from '../../../src/preview/summaryParts';

const content = (more: Partial<PreviewContent>) =>
  ({
    mapping: 'a.scimmap',
    states: [
      ['refused', 2],
      ['operation', 5],
      ['excluded', 1],
    ],
    ...more,
  }) as PreviewContent;

describe('the parts of a summary', () => {
  it('are the states of records while no accounts are known', () => {
    expect(summaryParts(content({}))).toEqual([
      { kind: 'state', state: 'refused', count: 2 },
      { kind: 'state', state: 'operation', count: 5 },
      { kind: 'state', state: 'excluded', count: 1 },
    ]);
  });

  it('are what the accounts make of those that are sent, every record once', () => {
    const parts = summaryParts(content({ outcomes: [['created', 3], ['unchanged', 2]] })); // prettier-ignore
    expect(parts).toEqual([
      { kind: 'outcome', outcome: 'created', count: 3 },
      { kind: 'outcome', outcome: 'unchanged', count: 2 },
      { kind: 'state', state: 'refused', count: 2 },
      { kind: 'state', state: 'excluded', count: 1 },
    ]);
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  });

  it('are the states again once something was sent, and while predictions are of other records', () => {
    const sent: PreviewContent['states'] = [
      ['failed', 1],
      ['created', 4],
    ];
    expect(summaryParts(content({ states: sent, outcomes: [['created', 5]] }))).toHaveLength(2);
    expect(summaryParts(content({ outcomes: [['created', 4]] }))[1]).toMatchObject({ state: 'operation' });
  });

  it('are the refused ones alone where there is no mapping', () => {
    expect(summaryParts(content({ mapping: '' })).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('narrow the list down one at a time, beside text and kind of problem', () => {
    const [refused] = summaryParts(content({}));
    const [created] = summaryParts(content({ outcomes: [['created', 5]] }));
    if (refused === undefined || created === undefined) throw new Error('no parts');
    const filter = withPart(created, { text: 'zoe', problem: 'value.missing' });
    expect(filter).toEqual({ text: 'zoe', problem: 'value.missing', outcome: 'created' });
    expect(isShownPart(created, filter)).toBe(true);
    expect(withPart(refused, filter)).toEqual({ text: 'zoe', problem: 'value.missing', state: 'refused' });
    expect(withPart(created, filter)).toEqual({ text: 'zoe', problem: 'value.missing' });
  });
});
