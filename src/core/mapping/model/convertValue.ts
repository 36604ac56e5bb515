import { daysInMonth } from '../../expression/dotnet/dates/calendar';
import type { Value } from '../../expression/value';
import { asText } from '../../expression/value';
import type { ProblemCode } from '../../problems/problemCode';
import type { ScimType } from '../../scim/schema';
import { valueProblems } from './valueProblems';

/** A value as the JSON text of its target's type, or why it does not convert. */
export type ValueConversion = { readonly json: string } | { readonly code: ProblemCode; readonly reason: string };

/**
 * Converts the result of a rule to the type of its target, strictly: a value that does not convert is a problem of the
 * record and is never guessed. An unknown value does not become `false`.
 * @param value anything but null and a directive
 */
export function convertValue(value: Value, type: ScimType): ValueConversion {
  const text = asText(value) ?? '';
  switch (type) {
    case 'boolean':
      return convertBoolean(text);
    case 'integer':
      return /^-?[0-9]+$/.test(text)
        ? { json: BigInt(text).toString() }
        : { code: valueProblems.invalidNumber.code, reason: 'The value is not a whole number.' };
    case 'decimal':
      return /^-?[0-9]+(\.[0-9]+)?$/.test(text)
        ? { json: text.replace(/^(-?)0+(?=[0-9])/, '$1') }
        : { code: valueProblems.invalidNumber.code, reason: 'The value is not a decimal number, like 12 or -0.5.' };
    case 'dateTime':
      return isDateTime(text) ? { json: JSON.stringify(text) } : refuseDate(text);
    case 'binary':
      return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
        ? { json: JSON.stringify(text) }
        : { code: valueProblems.invalidBinary.code, reason: 'The value is not base64.' };
    case 'string':
    case 'reference':
    case 'complex':
      return { json: JSON.stringify(text) };
  }
}

function convertBoolean(text: string): ValueConversion {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'false') return { json: lower };
  return {
    code: valueProblems.unknownBoolean.code,
    reason: 'The value is neither True nor False. Use Switch to decide which of them each word means.',
  };
}

/**
 * Explains what a text that is not a date and time seems to be. It is not converted, because the mapping must state the
 * format.
 */
function refuseDate(text: string): { readonly code: ProblemCode; readonly reason: string } {
  const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)\b/.exec(text);
  const [day = 0, month = 0] = (parts?.slice(1) ?? []).map(Number);
  if (parts !== null && day !== month && day >= 1 && month >= 1 && day <= 12 && month <= 12) {
    const reason = 'The order of day and month is ambiguous. State the format with FormatDateTime, like "dd/MM/yyyy".';
    return { code: valueProblems.ambiguousDate.code, reason };
  }
  const what =
    parts?.[3]?.length === 2
      ? ' It seems to have a two-digit year.'
      : /^\s*[1-9]\d{4}(?:[.,]\d+)?\s*$/.test(text)
        ? " It seems to be a spreadsheet's number of a day."
        : '';
  const reason = `The value is not a date and time as in SCIM, like 2026-11-23T08:00:00Z. Convert it with FormatDateTime.${what}`;
  return { code: valueProblems.invalidDate.code, reason };
}

/** Whether a text is an xsd:dateTime, to which RFC 7643 (section 2.3.5) refers. */
function isDateTime(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](\d\d):(\d\d))?$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part) => Number(part) || 0);
  const dayExists = year >= 1 && day >= 1 && day <= daysInMonth(year, month);
  return dayExists && hour <= 23 && minute <= 59 && second <= 59 && zoneHour <= 14 && zoneMinute <= 59;
}
