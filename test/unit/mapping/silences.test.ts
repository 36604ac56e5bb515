import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/codeOf';
import type { ProblemLevels } from '../../../src/core/problems/problemLevels';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import { reviewMapping } from '../../../src/core/examine/reviewMapping';
import { problemLines } from '../../support/problemLines';
import { NEEDED } from './problemCases';

const HOME = 'emails[type eq "home"].value = [M]';

function shown(text: string, levels: ProblemLevels = {}): readonly string[] {
  return problemLines(text, reviewMapping(loadMapping(text), { levels }));
}

describe('a comment that silences', () => {
  it.each([
    ['nothing without one', HOME, ['4:1 warning mapping.element-not-work']],
    ['at the end of the line', `${HOME} # ignore mapping.element-not-work`, []],
    ['alone on the line above', `# ignore mapping.element-not-work\n${HOME}`, []],
    ['above another comment', `# ignore mapping.element-not-work\n# for the gym\n${HOME}`, []],
    ['with a reason', `${HOME} # ignore mapping.element-not-work: read by a job of our own`, []],
    ['with a reason in brackets', `${HOME} #ignore mapping.element-not-work (known)`, []],
    [
      'several codes',
      'Emails[type eq "home"].value = [M] # ignore mapping.attribute-case, mapping.element-not-work',
      [],
    ],
    [
      'one of two problems',
      'Emails[type eq "home"].value = [M] # ignore mapping.attribute-case',
      ['4:1 warning mapping.element-not-work'],
    ],
    [
      'not two lines below',
      `# ignore mapping.element-not-work\n\n${HOME}`,
      ['4:10 information mapping.silence-without-effect', '6:1 warning mapping.element-not-work'],
    ],
    [
      'not the next line when it follows a rule',
      `title = [T] # ignore mapping.element-not-work\n${HOME}`,
      ['4:22 information mapping.silence-without-effect', '5:1 warning mapping.element-not-work'],
    ],
    [
      'not from within a text',
      `nickName = "# ignore mapping.element-not-work"\n${HOME}`,
      ['5:1 warning mapping.element-not-work'],
    ],
    [
      'nothing that keeps the mapping from being used',
      'titel = [T] # ignore mapping.unknown-attribute',
      ['4:1 error mapping.unknown-attribute', '4:22 information mapping.silence-without-effect'],
    ],
    [
      'an unknown code',
      'title = [T] # ignore mapping.atribute-case',
      ['4:22 information mapping.silence-unknown-code'],
    ],
    [
      'by the former spelling of a code, which it offers to renew',
      'title = [T] # ignore value.tooLong',
      ['4:22 information mapping.silence-former-code'],
    ],
    ['prose that begins with the word', 'title = [T] # ignore people who left', []],
    ['prose that continues after a code', 'title = [T] # ignore mapping.x stands for nothing', []],
    ['what only an extract shows, silently', 'title = [T] # ignore mapping.unknown-column, value.date.invalid', []],
  ])('%s', (_, text, expected) => {
    expect(shown(NEEDED + text)).toEqual(expected);
  });

  it('offers the code that was probably meant, at its place', () => {
    const text = `${NEEDED}title = [T] # ignore mapping.atribute-case`;
    const [found] = reviewMapping(loadMapping(text));
    expect(found?.data).toEqual({ replacement: 'mapping.attribute-case' });
    expect(text.slice(found?.span.start, found?.span.end)).toBe('mapping.atribute-case');
  });

  it('on the first line silences what is said of the file as a whole', () => {
    const text = '# Accounts exist already\nexternalId = [Id]\nactive = [A]';
    expect(shown(text)).toEqual(['1:1 warning mapping.missing-rule']);
    expect(shown(`# ignore mapping.missing-rule: accounts exist\n${text}`)).toEqual([]);
  });

  it('makes a mapping usable whose error it may silence, and no other', () => {
    const error = 'roles[type eq "x"].primary = "yes"';
    expect(isUsable(loadMapping(NEEDED + error))).toBe(false);
    expect(isUsable(loadMapping(`${NEEDED}${error} # ignore mapping.constant-type`))).toBe(true);
    expect(isUsable(loadMapping(`${NEEDED}titel = [T] # ignore mapping.unknown-attribute`))).toBe(false);
  });

  it('silences what the values of an extract show, too', () => {
    const text = `${NEEDED}title = [T] # ignore value.date.invalid\nnickName = [N]`;
    const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
    const values = ['[T]', '[N]'].map((word) => ({
      code: codeOf('value.date.invalid'),
      severity: 'error' as const,
      message: 'No date.',
      span: at(word),
    }));
    expect(problemLines(text, reviewMapping(loadMapping(text), { values }))).toEqual(['5:12 error value.date.invalid']);
  });
});

describe('levels', () => {
  it.each<[string, ProblemLevels, readonly string[]]>([
    ['none', {}, ['4:1 warning mapping.element-not-work', '5:1 error mapping.unknown-attribute']],
    [
      'another level',
      { 'mapping.element-not-work': 'error' },
      ['4:1 error mapping.element-not-work', '5:1 error mapping.unknown-attribute'],
    ],
    ['off', { 'mapping.element-not-work': 'off' }, ['5:1 error mapping.unknown-attribute']],
    [
      'nothing less than an error where the mapping cannot be used',
      { 'mapping.unknown-attribute': 'off', 'mapping.element-not-work': 'information' },
      ['4:1 information mapping.element-not-work', '5:1 error mapping.unknown-attribute'],
    ],
  ])('%s', (_, levels, expected) => {
    expect(shown(`${NEEDED}${HOME}\ntitel = [T]`, levels)).toEqual(expected);
  });

  it('take away the warning of a kind whose errors cannot be taken away', () => {
    const text = 'externalId = [Id]\n';
    expect(shown(text)).toEqual(['1:1 error mapping.missing-rule', '1:1 warning mapping.missing-rule']);
    expect(shown(text, { 'mapping.missing-rule': 'off' })).toEqual(['1:1 error mapping.missing-rule']);
  });
});
