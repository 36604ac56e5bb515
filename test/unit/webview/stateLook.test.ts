import { describe, expect, it } from 'vitest';
import { stateOfOutcome } from '../../../src/core/run/account/outcomeKey';
import { STATE_ICONS } from '../../../src/core/run/stateLook';
import { SHOWN_STATES } from '../../../src/preview/previewState';
import { hasIcon } from '../../../src/webview/icon';
import { lookOfState } from '../../../src/webview/stateLook';

describe('how a state is shown', () => {
  it.each(SHOWN_STATES)('%s has a word, and the icon of the trees', (state) => {
    for (const isStopped of [true, false]) {
      const { word, icon } = lookOfState(state, isStopped);
      expect(word).not.toBe('');
      expect(hasIcon(icon)).toBe(true);
      if (state !== 'operation') expect(icon).toBe(STATE_ICONS[stateOfOutcome(state)]);
    }
  });

  it('is a word of its own for each state, also for those whom a run leaves out', () => {
    const words = SHOWN_STATES.map((state) => lookOfState(state, false).word);
    expect(new Set(words).size).toBe(SHOWN_STATES.length);
    expect(words).toEqual(expect.arrayContaining(['excluded', 'unchanged, not sent', 'not chosen']));
  });
});
