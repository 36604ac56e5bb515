import { addInterval } from '../dotnet/addInterval';
import type { DateInterval } from '../dotnet/dates/dateInterval';
import { DATE_INTERVALS, isDateInterval } from '../dotnet/dates/dateInterval';
import { diffInterval } from '../dotnet/diffInterval';
import { fromFileTime, toFileTime } from '../dotnet/dates/instant';
import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { Call } from '../syntax';
import type { Value } from '../value';
import { asText, EvaluationError, isDateTime } from '../value';
import { instant, integer, required, text, toInteger } from './arguments';
import { argumentAt } from './callArguments';
import type { FunctionEntry, Parameter } from './functionEntry';
import { EXACT } from './functionEntry';

const notConverted = problemKind({
  code: 'expression.date-not-converted',
  severity: 'information',
  title: 'Text where a date is expected',
  explanation: "Entra's reference wraps a text in CDate before passing it to DateAdd or DateDiff.",
  remedy: 'Wrap the argument in CDate.',
  authority: 'Entra',
  example: {
    wrong: 'title = CStr(DateDiff("d", [HireDate], Now()))',
    right: 'title = CStr(DateDiff("d", CDate([HireDate]), Now()))',
  },
});

const INTERVAL: Parameter = {
  name: 'interval',
  type: 'String',
  values: DATE_INTERVALS,
  documentation: 'yyyy year, m month, d day, ww week, h hour, n minute, s second.',
};

function toInterval(name: string, at: Span): DateInterval {
  if (isDateInterval(name)) return name;
  throw new EvaluationError('E_TYPE', `The interval must be one of ${DATE_INTERVALS.join(', ')}.`, at);
}

/** Reports a text argument where the documentation uses CDate. */
function* checkDates(call: Call, places: readonly number[]): Generator<Problem> {
  for (const place of places) {
    const argument = argumentAt(call, place);
    if (argument.kind === 'call') continue;
    yield problemOf(
      notConverted,
      argument.span,
      `Entra's reference wraps a text in CDate here: ${call.name} expects a date.`,
    );
  }
}

export const cDate: FunctionEntry = {
  name: 'CDate',
  family: 'Dates',
  parameters: [
    {
      name: 'expression',
      type: 'String',
      documentation: 'A text that holds a date, like "2020-03-16-07:00", "12/25/2026" or "25 Dec 2026".',
    },
  ],
  returns: 'DateTime',
  documentation:
    'A date from a text, in UTC; a text without an offset is UTC. Reads the same texts as DateTime.Parse of .NET: ISO 8601, RFC 1123, English month names, and numbers with the month first (05.03.2024 is May 3). Two-digit years are 1950 to 2049. A missing year means this year, a missing day means today.',
  example: { expression: 'CDate([HireDate])', result: '7/10/2010 12:00:00 AM' },
  fidelity: {
    mark: 'approximated',
    reason:
      'Texts are read as .NET reads them with the invariant culture; whether the service does the same is not documented.',
  },
  compile: (args, at) => instant(args, 0, at),
};

export const now: FunctionEntry = {
  name: 'Now',
  family: 'Dates',
  parameters: [],
  returns: 'DateTime',
  documentation: 'The current time, in UTC.',
  example: { expression: 'Now()', result: '11/23/2026 8:00:00 AM' },
  fidelity: { mark: 'needs context', reason: 'The clock: a plan uses one instant for all of its records.' },
  needs: 'clock',
  compile: (_args, at) => (_record, context) => {
    if (context.now === undefined) throw new EvaluationError('E_CONTEXT', 'The current time is not known here.', at);
    return context.now;
  },
};

export const dateAdd: FunctionEntry = {
  name: 'DateAdd',
  family: 'Dates',
  parameters: [
    INTERVAL,
    { name: 'value', type: 'Integer', documentation: 'How many; a negative number goes back.' },
    { name: 'dateTime', type: 'DateTime', documentation: 'The date to start from.' },
  ],
  returns: 'DateTime',
  documentation: 'A date, moved. A month that is too short ends on its last day.',
  example: { expression: 'DateAdd("d", 7, CDate([HireDate]))', result: '7/17/2010 12:00:00 AM' },
  fidelity: EXACT,
  kinds: [notConverted],
  check: (call) => checkDates(call, [2]),
  compile: (args, at) => {
    const interval = text(args, 0);
    const value = integer(args, 1, at);
    const dateTime = instant(args, 2, at);
    return (record, context) => {
      const start = dateTime(record, context);
      const many = value(record, context);
      if (start === null || many === null) return null;
      const moved = addInterval(toInterval(interval(record, context) ?? '', at), many, start);
      if (moved === undefined) throw new EvaluationError('E_DATE', 'The result is outside of the years 1 to 9999.', at);
      return moved;
    };
  },
};

export const dateDiff: FunctionEntry = {
  name: 'DateDiff',
  family: 'Dates',
  parameters: [
    INTERVAL,
    { name: 'date1', type: 'DateTime', documentation: 'The date to start from.' },
    { name: 'date2', type: 'DateTime', documentation: 'The date to end at.' },
  ],
  returns: 'Integer',
  documentation:
    'The number of intervals between two dates; positive when the second is later. Years, months and weeks count crossed boundaries, the others whole intervals.',
  example: { expression: 'DateDiff("d", CDate([HireDate]), Now())', result: '5980' },
  fidelity: EXACT,
  check: (call) => checkDates(call, [1, 2]),
  compile: (args, at) => {
    const interval = text(args, 0);
    const date1 = instant(args, 1, at);
    const date2 = instant(args, 2, at);
    return (record, context) => {
      const first = date1(record, context);
      const second = date2(record, context);
      if (first === null || second === null) return null;
      return diffInterval(toInterval(interval(record, context) ?? '', at), first, second);
    };
  },
};

/** `yyyyMMddHHmmss.fZ` and its variants, which LDAP uses for dates. */
const GENERALISED_TIME = /^[0-9]{10,14}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{4})$/;

function fileTime(value: Value, at: Span): bigint | null {
  const plain = asText(value);
  if (plain === null || /^-?[0-9]+$/.test(plain)) return toInteger(plain, at);
  const advice = GENERALISED_TIME.test(plain)
    ? 'This text is generalised time. Read it with FormatDateTime(value, , "yyyyMMddHHmmss.fZ", ...).'
    : isDateTime(value)
      ? 'This is already a date.'
      : 'Read a text with FormatDateTime or CDate.';
  throw new EvaluationError(
    'E_TYPE',
    `DateFromNum takes a FILETIME number (100-nanosecond steps since 1601). ${advice}`,
    at,
    plain,
  );
}

export const dateFromNum: FunctionEntry = {
  name: 'DateFromNum',
  family: 'Dates',
  parameters: [
    {
      name: 'value',
      type: 'Integer',
      documentation:
        'A FILETIME number, as Active Directory stores dates: 100-nanosecond steps since 1601. A text like "20150123105347.0Z" is not one.',
    },
  ],
  returns: 'DateTime',
  documentation:
    'A date from a FILETIME number, like lastLogonTimestamp of Active Directory. Generalised time (20150123105347.0Z, like whenCreated) is read by FormatDateTime with "yyyyMMddHHmmss.fZ".',
  example: { expression: 'DateFromNum(129699324000000000)', result: '1/1/2012 11:00:00 PM' },
  fidelity: EXACT,
  compile: (args, at) => {
    const value = required(args, 0);
    return (record, context) => {
      const number = fileTime(value(record, context), at);
      if (number === null) return null;
      const date = fromFileTime(number);
      if (date === undefined)
        throw new EvaluationError('E_DATE', 'The number is not a date in the years 1601 to 9999.', at);
      return date;
    };
  },
};

export const numFromDate: FunctionEntry = {
  name: 'NumFromDate',
  family: 'Dates',
  parameters: [{ name: 'value', type: 'DateTime', documentation: 'A date, or a text with an ISO 8601 date.' }],
  returns: 'Integer',
  documentation:
    'The number that Active Directory stores for a date: 100-nanosecond steps since 1601. 9223372036854775807 means never.',
  example: { expression: 'NumFromDate(CDate([TerminationDate]))', result: '133801632000000000' },
  fidelity: EXACT,
  compile: (args, at) => {
    const value = instant(args, 0, at);
    return (record, context) => {
      const date = value(record, context);
      if (date === null) return null;
      const number = toFileTime(date);
      if (number === undefined) throw new EvaluationError('E_DATE', 'The date is before 1601.', at);
      return number;
    };
  },
};
