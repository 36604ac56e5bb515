import type { ParameterType } from '../../expression/functions/functionEntry';
import { findFunction } from '../../expression/functions/table';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { ScimType } from '../../scim/schema';
import type { MappingCheck } from './mappingCheck';
import { resultsOf } from '../model/resultsOf';

const kind = problemKind({
  code: 'mapping.wrong-type',
  severity: 'error',
  title: 'Result of the wrong type',
  explanation:
    'The function always returns a type that the attribute cannot accept. A date from CDate, DateAdd or Now is written like 7/10/2010 12:00:00 AM, which is not a date and time by RFC 7643.',
  remedy:
    'Convert the result: FormatDateTime turns a date into a date and time, IIF or Switch turns anything into a boolean.',
  authority: 'RFC 7643',
  example: {
    wrong: 'active = DateDiff("d", CDate([EndDate]), Now())',
    right: 'active = IIF(DateDiff("d", CDate([EndDate]), Now()) > "0", "False", "True")',
  },
});

/**
 * For each result type, the attribute types to which none of its values converts. Whether a text converts depends on
 * the record.
 */
const NEVER: Readonly<Partial<Record<ParameterType, readonly ScimType[]>>> = {
  Boolean: ['integer', 'decimal', 'dateTime'],
  Integer: ['boolean', 'dateTime'],
  DateTime: ['boolean', 'integer', 'decimal', 'dateTime', 'binary'],
};

const WORDS: Readonly<Partial<Record<ParameterType, string>>> = {
  Boolean: 'True or False',
  Integer: 'a whole number',
  DateTime: 'a date like 7/10/2010 12:00:00 AM',
};

/**
 * A call whose result its attribute can never accept. Data: the attribute's `type`, and what the call `returns`.
 */
export const wrongType: MappingCheck = {
  kinds: [kind],
  *ofRule({ expression, type, path }) {
    for (const result of resultsOf(expression)) {
      if (result.kind !== 'call') continue;
      const returns = findFunction(result.name)?.returns;
      if (returns === undefined || NEVER[returns]?.includes(type) !== true) continue;
      const message = `"${path.attribute}" is of type ${type}, but ${result.name} returns ${WORDS[returns] ?? returns}: the record would be refused.`;
      yield problemOf(kind, result.nameSpan, message, { type, returns });
    }
  },
};
