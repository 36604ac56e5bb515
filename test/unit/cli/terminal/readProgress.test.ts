import { describe, expect, it } from 'vitest';
import { ReadProgress } from '../../../../src/cli/terminal/readProgress';
import { createManualClock } from '../../../support/manualClock';

describe('how far reading users is', () => {
  it('is said every few seconds, and not at all when it is done sooner', async () => {
    const clock = createManualClock();
    const said: string[] = [];
    const progress = new ReadProgress(async (text) => void said.push(text), clock);
    for (let pages = 1; pages <= 12; pages++) {
      clock.advance(1000);
      await progress.take({ pages, users: pages * 999 });
    }
    expect(said).toEqual(['Read 4,995 users so far, in 5 pages.', 'Read 9,990 users so far, in 10 pages.']);
  });
});
