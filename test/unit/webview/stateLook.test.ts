import { describe, expect, it } from 'vitest';
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
      if (state !== 'operation') expect(icon).toBe(STATE_ICONS[state]);
    }
  });
});
