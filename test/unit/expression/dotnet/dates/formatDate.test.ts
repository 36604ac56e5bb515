import { describe, expect, it } from 'vitest';
import type { DateFields } from '../../../../../src/core/expression/dotnet/dates/calendar';
import { readOutputFormat } from '../../../../../src/core/expression/dotnet/dates/dateFormat';
import { formatDate } from '../../../../../src/core/expression/dotnet/dates/formatDate';

function format(date: DateFields, text: string): string {
  const read = readOutputFormat(text);
  return 'refusal' in read ? read.refusal : formatDate(date, read.format);
}

const MORNING: DateFields = {
  year: 2009,
  month: 6,
  day: 5,
  hour: 0,
  minute: 4,
  second: 3,
  ticks: 120_000,
  zone: 'none',
};
const EVENING: DateFields = { year: 7, month: 12, day: 25, hour: 23, minute: 45, second: 30, ticks: 0, zone: 'utc' };

// What the .NET runtime writes for the two moments, on UTC and with the invariant culture
describe('formatDate', () => {
  it.each([
    ['%d', '5', '25'],
    ['dd', '05', '25'],
    ['ddd', 'Fri', 'Tue'],
    ['dddd', 'Friday', 'Tuesday'],
    ['ddddd', 'Friday', 'Tuesday'],
    ['%M', '6', '12'],
    ['MM', '06', '12'],
    ['MMM', 'Jun', 'Dec'],
    ['MMMM', 'June', 'December'],
    ['%y', '9', '7'],
    ['yy', '09', '07'],
    ['yyy', '2009', '007'],
    ['yyyy', '2009', '0007'],
    ['yyyyy', '02009', '00007'],
    ['yyyyyyyy', '00002009', '00000007'],
    ['%h', '12', '11'],
    ['hh', '12', '11'],
    ['%H', '0', '23'],
    ['HHH', '00', '23'],
    ['%m', '4', '45'],
    ['mm', '04', '45'],
    ['%s', '3', '30'],
    ['ss', '03', '30'],
    ['%f', '0', '0'],
    ['fff', '012', '000'],
    ['fffffff', '0120000', '0000000'],
    ['ss.FFF', '03.012', '30'],
    ['ss.F', '03', '30'],
    ['FFFFFFF', '012', ''],
    ['%t', 'A', 'P'],
    ['tt', 'AM', 'PM'],
    ['%z', '+0', '+0'],
    ['zz', '+00', '+00'],
    ['zzz', '+00:00', '+00:00'],
    ['%K', '', 'Z'],
    ['KK', '', 'ZZ'],
    ['yyyy\'y\'"M"\\d', '2009yMd', '0007yMd'],
    ["'it\\'s' yyyy", "it's 2009", "it's 0007"],
    ['%dd', '55', '2525'],
    ['GMT', 'G6T', 'G12T'],
    ['yyyy-MM-ddTHH:mm:ssZ', '2009-06-05T00:04:03Z', '0007-12-25T23:45:30Z'],
    ['yyyyMMddHHmmss.fZ', '20090605000403.0Z', '00071225234530.0Z'],
    ['d', '06/05/2009', '12/25/0007'],
    ['D', 'Friday, 05 June 2009', 'Tuesday, 25 December 0007'],
    ['f', 'Friday, 05 June 2009 00:04', 'Tuesday, 25 December 0007 23:45'],
    ['F', 'Friday, 05 June 2009 00:04:03', 'Tuesday, 25 December 0007 23:45:30'],
    ['g', '06/05/2009 00:04', '12/25/0007 23:45'],
    ['G', '06/05/2009 00:04:03', '12/25/0007 23:45:30'],
    ['m', 'June 05', 'December 25'],
    ['M', 'June 05', 'December 25'],
    ['o', '2009-06-05T00:04:03.0120000', '0007-12-25T23:45:30.0000000Z'],
    ['O', '2009-06-05T00:04:03.0120000', '0007-12-25T23:45:30.0000000Z'],
    ['r', 'Fri, 05 Jun 2009 00:04:03 GMT', 'Tue, 25 Dec 0007 23:45:30 GMT'],
    ['R', 'Fri, 05 Jun 2009 00:04:03 GMT', 'Tue, 25 Dec 0007 23:45:30 GMT'],
    ['s', '2009-06-05T00:04:03', '0007-12-25T23:45:30'],
    ['t', '00:04', '23:45'],
    ['T', '00:04:03', '23:45:30'],
    ['u', '2009-06-05 00:04:03Z', '0007-12-25 23:45:30Z'],
    ['U', 'Friday, 05 June 2009 00:04:03', 'Tuesday, 25 December 0007 23:45:30'],
    ['y', '2009 June', '0007 December'],
    ['Y', '2009 June', '0007 December'],
  ])('%s', (text, morning, evening) => {
    expect([format(MORNING, text), format(EVENING, text)]).toEqual([morning, evening]);
  });

  it.each([
    [0, '12 12 0 00 AM'],
    [1, '1 01 1 01 AM'],
    [11, '11 11 11 11 AM'],
    [12, '12 12 12 12 PM'],
    [13, '1 01 13 13 PM'],
    [23, '11 11 23 23 PM'],
  ])('writes the hour %i as %s', (hour, expected) => {
    expect(format({ ...MORNING, hour }, 'h hh H HH tt')).toBe(expected);
  });

  it('writes the offset of local time, which is that of UTC', () => {
    expect(format({ ...MORNING, zone: 'local' }, 'HH:mmK')).toBe('00:04+00:00');
  });
});
