import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../src/core/guess/guessMapping';

const COLUMNS = ['Employee ID', 'First Name', 'Last Name', 'Email', 'Status'];
const PEOPLE = [
  ['E-70', 'Nils', 'Abel', 'nils.abel@fabrikam.com', 'Active'],
  ['E-71', 'Olga', 'Bern', 'olga.bern@fabrikam.com', 'Terminated'],
  ['E-72', 'Pia', 'Cole', 'pia.cole@fabrikam.com', 'Active'],
];

function guessWith(...last: readonly (readonly string[])[]) {
  const { text, guesses } = guessMapping(COLUMNS, [...PEOPLE, ...last]);
  return {
    written: guesses.filter(({ isWritten }) => isWritten).map(({ path }) => path.attribute),
    footer: text.split('\n').find((line) => line.includes('footer')),
    text,
  };
}

describe('the footer of a report', () => {
  it.each([
    [
      [['Total', '3', '', '', '']],
      '# Line 5 looks like the footer of a report, not like a person: remove it from the extract.',
    ],
    [[['', '', '', 'Summe: 3 Personen', '']], '# Line 5 looks'],
    [[['----------', '', '', '', '']], '# Line 5 looks'],
    [
      [
        ['Record count: 3', '', '', '', ''],
        ['End of report', '', '', '', ''],
      ],
      '# Lines 5 and 6 look like the footer of a report, not like people: remove them from the extract.',
    ],
    [[['合計', '3', '', '', '']], '# Line 5 looks'],
    [[['Generated on 2024-05-01 by HR', '', '', '', '']], '# Line 5 looks'],
  ])('is said, and hides nothing of the rows above: %j', (last, remark) => {
    const { written, footer } = guessWith(...last);
    expect(footer).toContain(remark);
    expect(written).toEqual(expect.arrayContaining(['externalId', 'userName', 'displayName', 'active']));
  });

  it.each([
    ['somebody of whom only the id is known', [['E-73', '', '', '', '']]],
    ['somebody with half of the values', [['E-73', 'Total', 'Recall', '', '']]],
    ['somebody who is called so', [['E-73', 'Count', 'Sum', 'count.sum@fabrikam.com', 'Active']]],
    ['nobody', []],
  ])('is not seen in %s', (_, last) => {
    expect(guessWith(...last).footer).toBeUndefined();
  });

  it('is not seen in an extract of two columns', () => {
    const { text } = guessMapping(
      ['Employee ID', 'Email'],
      [
        ['1', 'a@fabrikam.com'],
        ['Total', ''],
      ],
    );
    expect(text).not.toContain('footer');
  });
});
