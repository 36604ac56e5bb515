import { describe, expect, it } from 'vitest';
import { readInputFormat, readOutputFormat } from '../../../../../src/core/expression/dotnet/dates/dateFormat';
import { readDateStyles } from '../../../../../src/core/expression/dotnet/dates/dateStyles';
import { formatDate } from '../../../../../src/core/expression/dotnet/dates/formatDate';
import { fromFields, toFields } from '../../../../../src/core/expression/dotnet/dates/instant';
import { parseDateExact } from '../../../../../src/core/expression/dotnet/dates/parseDate';
import { createSeededRandom } from '../../../../support/seededRandom';
import { isoInstant, isoText } from '../isoInstant';

const NOW = isoInstant('2026-11-23T08:09:10Z');

/** The instant and the zone of a text, or `undefined`; an empty `styles` stands for those of FormatDateTime. */
function parse(text: string, format: string, styles = '', now: typeof NOW | undefined = NOW): string | undefined {
  const readStyles = readDateStyles(styles);
  if ('refusal' in readStyles) throw new Error(readStyles.refusal);
  const read = readInputFormat(format, readStyles.styles);
  if ('refusal' in read) throw new Error(read.refusal);
  const date = parseDateExact(text, read.format, now);
  return date && `${isoText(fromFields(date)) ?? ''} ${date.zone}`;
}

describe('a text that has the format', () => {
  it.each([
    // Formats and texts of the descriptions of FormatDateTime, NumFromDate and Now
    ['20150123105347.1Z', 'yyyyMMddHHmmss.fZ', '2015-01-23T10:53:47.1Z utc'],
    ['2020-12-31-08:00', 'yyyy-MM-ddzzz', '2020-12-31T08:00:00Z local'],
    ['2021-06-30+08:00', 'yyyy-MM-ddzzz', '2021-06-29T16:00:00Z local'],
    ['12/31/2025 12:00:00 AM', 'M/d/yyyy hh:mm:ss tt', '2025-12-31T00:00:00Z none'],
    ['1/15/2050 7:00:00 AM', 'M/d/yyyy h:mm:ss tt', '2050-01-15T07:00:00Z none'],
    ['2010-07-10', 'yyyy-MM-dd', '2010-07-10T00:00:00Z none'],
    // Fields; what the .NET runtime reads
    ['1/2/2020', 'M/d/yyyy', '2020-01-02T00:00:00Z none'],
    ['11/12/2020', 'M/d/yyyy', '2020-11-12T00:00:00Z none'],
    ['friday, 05 june 2009', 'dddd, dd MMMM yyyy', '2009-06-05T00:00:00Z none'],
    ['Fri 5 JUN 09', 'ddd d MMM y', '2009-06-05T00:00:00Z none'],
    ['490101', 'yyMMdd', '2049-01-01T00:00:00Z none'],
    ['500101', 'yyMMdd', '1950-01-01T00:00:00Z none'],
    ['7-3-1', 'y-M-d', '2007-03-01T00:00:00Z none'],
    ['02020-01-01', 'yyyyy-MM-dd', '2020-01-01T00:00:00Z none'],
    ['2020-01-01 12', 'yyyy-MM-dd hh', '2020-01-01T00:00:00Z none'],
    ['2020-01-01 12 P', 'yyyy-MM-dd hh t', '2020-01-01T12:00:00Z none'],
    ['2020-01-01 0 pm', 'yyyy-MM-dd h tt', '2020-01-01T12:00:00Z none'],
    ['2020-01-01 17 PM', 'yyyy-MM-dd HH tt', '2020-01-01T17:00:00Z none'],
    ['2020-01-01 05 AM', 'yyyy-MM-dd HH tt', '2020-01-01T05:00:00Z none'],
    ['2020-01-01 12 PM', 'yyyy-MM-dd HH tt', '2020-01-01T12:00:00Z none'],
    ['2020-01-01 AM', 'yyyy-MM-dd tt', '2020-01-01T00:00:00Z none'],
    ['2020-01-01 1:2:3', 'yyyy-MM-dd H:m:s', '2020-01-01T01:02:03Z none'],
    ['2020-01-01 03.1200', 'yyyy-MM-dd ss.ffff', '2020-01-01T00:00:03.12Z none'],
    ['2020-01-01 03.12', 'yyyy-MM-dd ss.FFFF', '2020-01-01T00:00:03.12Z none'],
    ['2020-01-01 03', 'yyyy-MM-dd ss.FFFF', '2020-01-01T00:00:03Z none'],
    ['2020-01-01 20', 'yyyy-MM-dd yy', undefined],
    ['01 1/2020', 'dd d/yyyy', '2020-01-01T00:00:00Z none'],
    ['2020y', "yyyy'y'", '2020-01-01T00:00:00Z none'],
    ['2020y', 'yyyy\\y', '2020-01-01T00:00:00Z none'],
    ['01/2020', '%dd/yyyy', '2020-01-01T00:00:00Z none'],
    // Zones
    ['2020-01-01Z', 'yyyy-MM-ddK', '2020-01-01T00:00:00Z utc'],
    ['2020-01-01', 'yyyy-MM-ddK', '2020-01-01T00:00:00Z none'],
    ['2020-01-01-0130', 'yyyy-MM-ddK', '2020-01-01T01:30:00Z local'],
    ['2020-01-01+8:30', 'yyyy-MM-ddzzz', '2019-12-31T15:30:00Z local'],
    ['2020-01-01+8', 'yyyy-MM-ddz', '2019-12-31T16:00:00Z local'],
    ['2020-01-01-08', 'yyyy-MM-ddzz', '2020-01-01T08:00:00Z local'],
    ['2020-01-01gmt', 'yyyy-MM-ddZ', '2020-01-01T00:00:00Z utc'],
    ['2020-01-01 GMT', 'yyyy-MM-dd GMT', '2020-01-01T00:00:00Z local'],
    ['2020-01-01Z', "yyyy-MM-dd'Z'", '2020-01-01T00:00:00Z none'],
    ['2020-01-01+14:00', 'yyyy-MM-ddzzz', '2019-12-31T10:00:00Z local'],
    ['2020-01-01+08:59', 'yyyy-MM-ddzzz', '2019-12-31T15:01:00Z local'],
    ['2020-01-01+01:30', 'yyyy-MM-ddK', '2019-12-31T22:30:00Z local'],
    // Twice the same
    ['2020-01-01+01:00 +01', 'yyyy-MM-ddK zz', '2019-12-31T23:00:00Z local'],
    ['2020-01-01ZZ', 'yyyy-MM-ddKK', '2020-01-01T00:00:00Z utc'],
    ['2020-01-01 05 PM P', 'yyyy-MM-dd hh tt t', '2020-01-01T17:00:00Z none'],
    // Standard formats
    ['06/05/2009', 'd', '2009-06-05T00:00:00Z none'],
    ['2009-06-05T01:02:03.0000000-07:00', 'o', '2009-06-05T08:02:03Z local'],
    ['Fri, 05 Jun 2009 01:02:03 GMT', 'r', '2009-06-05T01:02:03Z none'],
    ['2009-06-05 01:02:03Z', 'u', '2009-06-05T01:02:03Z none'],
    ['Friday, 05 June 2009 01:02:03', 'U', '2009-06-05T01:02:03Z utc'],
    // What is missing comes from the clock
    ['08:30', 'HH:mm', '2026-11-23T08:30:00Z none'],
    ['02/03', 'MM/dd', '2026-02-03T00:00:00Z none'],
    ['02', 'MM', '2026-02-01T00:00:00Z none'],
    ['17', 'dd', '2026-01-17T00:00:00Z none'],
    ['2020 17', 'yyyy dd', '2020-01-17T00:00:00Z none'],
    // Spaces may be left out where white space may trail
    ['1:05AM', 'h:mm tt', '2026-11-23T01:05:00Z none'],
  ])('%s as %s', (text, format, expected) => {
    expect(parse(text, format)).toBe(expected);
  });
});

describe('a text that does not have the format, or no date', () => {
  it.each([
    ['1/15/2050 7:00:00 AM', 'M/d/yyyy hh:mm:ss tt'],
    ['2020-12-31', 'yyyy-MM-ddzzz'],
    ['2020-1-1', 'yyyy-MM-dd'],
    ['2020-01-01T', 'yyyy-MM-dd'],
    ['020-01-01', 'yyyy-MM-dd'],
    ['2024-02-30', 'yyyy-MM-dd'],
    ['2023-02-29', 'yyyy-MM-dd'],
    ['0000-01-01', 'yyyy-MM-dd'],
    ['10000-01-01', 'yyyyy-MM-dd'],
    ['2020-01-01 24', 'yyyy-MM-dd HH'],
    ['2020-01-01 60', 'yyyy-MM-dd mm'],
    ['2020-01-01 60', 'yyyy-MM-dd ss'],
    ['2020-01-01 13 PM', 'yyyy-MM-dd hh tt'],
    ['2020-01-01 05 PM', 'yyyy-MM-dd HH tt'],
    ['2020-01-01 12 AM', 'yyyy-MM-dd HH tt'],
    ['2020-01-01 PM', 'yyyy-MM-dd tt'],
    ['2020-01-01 p', 'yyyy-MM-dd t'],
    ['2020-01-01 03.12', 'yyyy-MM-dd ss.ffff'],
    ['2020-01-01 03', 'yyyy-MM-dd ss.F'],
    ['2020-01-01 03', 'yyyy-MM-dd ss.ff'],
    ['2020-01-01 03', 'yyyy-MM-dd ss.'],
    ['2020-01-01 03', "yyyy-MM-dd ss'x'FF"],
    ['2020-01-01 035', 'yyyy-MM-dd ss.FF'],
    ['Mon 2009-06-05', 'ddd yyyy-MM-dd'],
    ['Jum 2009', 'MMM yyyy'],
    ['Jun 2009', 'MMMM yyyy'],
    ['02 1/2020', 'dd d/yyyy'],
    ['2020-01-01+14:01', 'yyyy-MM-ddzzz'],
    ['2020-01-01+08:60', 'yyyy-MM-ddzzz'],
    ['2020-01-01+800', 'yyyy-MM-ddzzz'],
    ['2020-01-01+8', 'yyyy-MM-ddzz'],
    ['2020-01-01z', 'yyyy-MM-ddK'],
    ['2020-01-01xZ', 'yyyy-MM-ddZ'],
    ['2020-01-01+01:00 +02', 'yyyy-MM-ddK zz'],
    ['2020-01-01 05 PM A', 'yyyy-MM-dd hh tt t'],
    ['2020-01-01ZX', 'yyyy-MM-ddZX'],
    ['+01:00Z2020', 'zzzZyyyy'],
    ['9999-12-31 23:00-08:00', 'yyyy-MM-dd HH:mmzzz'],
    ['02/30', 'MM/dd'],
    ['', '%K'],
    ['２０２０-01-01', 'yyyy-MM-dd'],
  ])('%j as %s', (text, format) => {
    expect(parse(text, format)).toBeUndefined();
  });
});

describe('the styles', () => {
  it.each([
    [' 2020-01-01', 'yyyy-MM-dd', 'None', undefined],
    ['2020-01-01 ', 'yyyy-MM-dd', 'None', undefined],
    [' 2020-01-01', 'yyyy-MM-dd', 'AllowLeadingWhite', '2020-01-01T00:00:00Z none'],
    ['2020-01-01 ', 'yyyy-MM-dd', 'AllowLeadingWhite', undefined],
    ['2020-01-01\u2003\n', 'yyyy-MM-dd', 'AllowTrailingWhite', '2020-01-01T00:00:00Z none'],
    ['2020-01-01', 'yyyy-MM-dd  ', 'AllowTrailingWhite', '2020-01-01T00:00:00Z none'],
    ['2020-01-01', '  yyyy-MM-dd', 'AllowLeadingWhite', '2020-01-01T00:00:00Z none'],
    [' 2020-01-01 ', ' yyyy-MM-dd ', 'None', '2020-01-01T00:00:00Z none'],
    ['2020-01-01', "''yyyy-MM-dd''", 'AllowLeadingWhite, AllowTrailingWhite', '2020-01-01T00:00:00Z none'],
    ['2020-01-01x', "yyyy-MM-dd'x  '", 'AllowTrailingWhite', '2020-01-01T00:00:00Z none'],
    ['x2020-01-01', "'  x'yyyy-MM-dd", 'AllowLeadingWhite', '2020-01-01T00:00:00Z none'],
    [' x2020-01-01x ', "' x'yyyy-MM-dd'x '", 'None', '2020-01-01T00:00:00Z none'],
    ['2020-01-01', "yyyy-MM-dd' '", 'AllowTrailingWhite', '2020-01-01T00:00:00Z none'],
    ['2020-01-01', "' 'yyyy-MM-dd", 'AllowLeadingWhite', '2020-01-01T00:00:00Z none'],
    ['2020-01-01', ' yyyy-MM-dd ', 'AllowWhiteSpaces', '2020-01-01T00:00:00Z none'],
    ['2020 - 01 -01', 'yyyy-MM-dd', 'AllowInnerWhite', '2020-01-01T00:00:00Z none'],
    ['2020 - 01 -01', 'yyyy-MM-dd', 'None', undefined],
    ['20200101', 'yyyy MM dd', 'AllowInnerWhite', '2020-01-01T00:00:00Z none'],
    ['2020 de  la01', "yyyy' de la 'MM", 'AllowInnerWhite', '2020-01-01T00:00:00Z none'],
    ['2020 d e la01', "yyyy' de la 'MM", 'AllowInnerWhite', undefined],
    ['2020 di la01', "yyyy' de la 'MM", 'AllowInnerWhite', undefined],
    ['2020 01', 'yyyy\\ MM', 'AllowInnerWhite', undefined],
    ['2020 01', 'yyyy\\ MM', 'None', '2020-01-01T00:00:00Z none'],
    ['2020-01-01\u0085', 'yyyy-MM-dd', 'AllowTrailingWhite', '2020-01-01T00:00:00Z none'],
    ['2020-01-01\ufeff', 'yyyy-MM-dd', 'AllowTrailingWhite', undefined],
    ['1:05AM', 'h:mm tt', 'None', undefined],
    ['08:30', 'HH:mm', 'NoCurrentDateDefault', '0001-01-01T08:30:00Z none'],
    ['08:00+09:00', 'HH:mmzzz', 'NoCurrentDateDefault', '0001-01-01T23:00:00Z local'],
    ['02/03', 'MM/dd', 'NoCurrentDateDefault', '2026-02-03T00:00:00Z none'],
    ['2020-01-01', 'yyyy-MM-dd', 'AssumeLocal', '2020-01-01T00:00:00Z local'],
    ['2020-01-01', 'yyyy-MM-dd', 'AssumeLocal, AdjustToUniversal', '2020-01-01T00:00:00Z utc'],
    ['2020-01-01', 'yyyy-MM-dd', 'AssumeUniversal', '2020-01-01T00:00:00Z local'],
    ['2020-01-01', 'yyyy-MM-dd', 'AssumeUniversal, AdjustToUniversal', '2020-01-01T00:00:00Z utc'],
    ['2020-01-01', 'yyyy-MM-dd', 'AdjustToUniversal', '2020-01-01T00:00:00Z none'],
    ['2020-01-01-08:00', 'yyyy-MM-ddK', 'AdjustToUniversal', '2020-01-01T08:00:00Z utc'],
    ['2020-01-01-08:00', 'yyyy-MM-ddK', 'RoundtripKind', '2020-01-01T08:00:00Z local'],
    ['2020-01-01Z', 'yyyy-MM-ddK', 'RoundtripKind', '2020-01-01T00:00:00Z utc'],
    ['2020-01-01Z', 'yyyy-MM-ddK', 'None', '2020-01-01T00:00:00Z local'],
  ])('%j as %s with %s', (text, format, styles, expected) => {
    expect(parse(text, format, styles)).toBe(expected);
  });
});

describe('without a clock', () => {
  it('a text without a year is not a date', () => {
    const withoutClock = (text: string, format: string, styles: string): string | undefined => {
      const readStyles = readDateStyles(styles);
      const read = 'styles' in readStyles ? readInputFormat(format, readStyles.styles) : readStyles;
      const date = 'format' in read ? parseDateExact(text, read.format, undefined) : undefined;
      return date && isoText(fromFields(date));
    };
    expect(withoutClock('08:30', 'HH:mm', '')).toBeUndefined();
    expect(withoutClock('02/03', 'MM/dd', '')).toBeUndefined();
    expect(withoutClock('08:30', 'HH:mm', 'NoCurrentDateDefault')).toBe('0001-01-01T08:30:00Z');
    expect(withoutClock('2020', 'yyyy', '')).toBe('2020-01-01T00:00:00Z');
  });
});

describe('formats that hold everything', () => {
  it.each([
    'yyyy-MM-ddTHH:mm:ss.fffffffK',
    'yyyyMMddHHmmss.FFFFFFFZ',
    'dddd, d MMMM yyyyy h:m:s tt fffffff zzz',
    "ddd M/d/yyyy 'at' hh.mm.ss.FFFFFFF t z",
    'o',
  ])('%s reads what it writes', (text) => {
    const output = readOutputFormat(text);
    const styles = readDateStyles('');
    const input = 'styles' in styles ? readInputFormat(text, styles.styles) : styles;
    if (!('format' in output) || !('format' in input)) throw new Error('a format was refused');
    const random = createSeededRandom(7);
    for (let i = 0; i < 500; i++) {
      const day = BigInt(Math.floor(random() * 3_652_059));
      const ticks = day * 864_000_000_000n + BigInt(Math.floor(random() * 864e9));
      const written = formatDate(toFields({ kind: 'dateTime', ticks }), output.format);
      const date = parseDateExact(written, input.format, undefined);
      expect(date && fromFields(date).ticks, written).toBe(ticks);
    }
  });
});
