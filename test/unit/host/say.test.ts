import { describe, expect, it } from 'vitest';
import { named, relayed, say, sentences } from '../../../src/host/messages/say';
import { dangersOfLabel } from '../../support/dangers';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';

describe('what a notification says', () => {
  it('is words of ours, with counts as people read them, and names', () => {
    expect(say`${named('people.csv')}: ${1_234} records.`).toBe('people.csv: 1,234 records.');
    expect(sentences(say`One.`, undefined, say`Two.`)).toBe('One. Two.');
  });

  it('has no link, even from hostile names of files and connections and hostile answers', () => {
    for (const text of HOSTILE_TEXTS) {
      const words = [
        say`${named(text)} cannot be read.`,
        say`${named(text)}(${named(text)})${relayed(text)}`,
        say`[${named(text)}](${relayed(text)})`,
        sentences(say`${named(text)}: ${relayed(text)}.`, relayed(text), say`(The scenario is ${named(text)}.)`),
      ];
      for (const each of words) expect(dangersOfLabel(each), text.slice(0, 100)).toEqual([]);
    }
  });
});
