import { describe, expect, it } from 'vitest';
import { guessDateFormats } from '../../../src/core/profile/dateFormats';

describe('guessDateFormats', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [['2024-01-31', '2019-12-01'], ['yyyy-MM-dd']],
    [['2024-1-31', '2019-12-1'], ['yyyy-M-d']],
    [['31.01.2024', '01.12.2019'], ['dd.MM.yyyy']],
    [['1.2.2024', '31.12.2019'], ['d.M.yyyy']],
    [['1/31/2024', '12/1/2019'], ['M/d/yyyy']],
    [
      ['01/02/2024', '03/04/2019'],
      ['dd/MM/yyyy', 'MM/dd/yyyy'],
    ],
    [['20240131', '20111201'], ['yyyyMMdd']],
    [['31012024'], ['ddMMyyyy']],
    [['31-Jan-2024'], ['dd-MMM-yyyy']],
    [['1-Jan-24', '12-Feb-19'], ['d-MMM-yy']],
    [['May 5, 2024', 'January 31, 2024'], ['MMMM d, yyyy']],
    [['2024年1月31日'], ['yyyy年M月d日']],
    [['2024-01-31T08:30:00Z', '2024-01-31T08:30:00+02:00'], ['yyyy-MM-ddTHH:mm:ssK']],
    [['2024-01-31 08:30:00.000'], ['yyyy-MM-dd HH:mm:ss.fff']],
    [['1/31/2024 8:30:00 AM'], ['M/d/yyyy h:mm:ss tt']],
    [['2024-01-31 00:00', ''], ['yyyy-MM-dd HH:mm']],
    [['9999-12-31', '2024-01-31'], ['yyyy-MM-dd']],
    [['Munich', 'Berlin'], []],
    [['12345', '67890'], []],
    [['0001-01-01'], []],
    [['99.99.9999'], []],
    [[''], []],
    [[], []],
  ])('%j', (values, expected) => {
    expect(guessDateFormats(values).map((guess) => guess.format)).toEqual(expected);
  });

  it('says that day and month could be either way round', () => {
    expect(guessDateFormats(['01/02/2024', '03/04/2019'])).toEqual([
      { format: 'dd/MM/yyyy', reads: 2, orElse: 'MM/dd/yyyy' },
      { format: 'MM/dd/yyyy', reads: 2, orElse: 'dd/MM/yyyy' },
    ]);
  });

  it('gives what reads most when nothing reads all', () => {
    expect(guessDateFormats(['2024-01-31', '2024-02-01', '31.01.2024'])).toEqual([
      { format: 'yyyy-MM-dd', reads: 2, unread: '31.01.2024' },
    ]);
  });

  it('gives nothing that reads less than half', () => {
    expect(guessDateFormats(['2024-01-31', 'soon', 'later'])).toEqual([]);
  });
});
