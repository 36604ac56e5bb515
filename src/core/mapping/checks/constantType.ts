import { problemKind, problemOf } from '../../problems/problemKind';
import { convertValue } from '../model/convertValue';
import type { MappingCheck } from './mappingCheck';
import { resultsOf } from '../model/resultsOf';

const kind = problemKind({
  code: 'mapping.constant-type',
  severity: 'error',
  title: 'Constant of the wrong type',
  explanation:
    'A constant of the rule, alone or as a branch of Switch, IIF or Coalesce, does not have the type of its attribute. Every record that gets it would be refused.',
  remedy: 'Write a value of that type: "True" or "False" for a boolean, "2026-11-23T08:00:00Z" for a date and time.',
  authority: 'RFC 7643',
  example: {
    wrong: 'active = Switch([Status], "No", "Active", "Yes")',
    right: 'active = Switch([Status], "False", "Active", "True")',
  },
});

/**
 * Constants of a type that their attribute does not accept: records with such a value are refused. Data: the
 * attribute's `type`.
 */
export const constantType: MappingCheck = {
  kinds: [kind],
  *ofRule({ expression, type, path, empty }) {
    for (const result of resultsOf(expression)) {
      if (result.kind !== 'string' && result.kind !== 'integer') continue;
      if ('json' in convertValue(result.value, type)) {
        // An attribute that must not be empty does not accept spaces either
        if (empty !== 'error' || result.value.trim() !== '') continue;
        yield problemOf(
          kind,
          result.span,
          `This text is empty, and a record without "${path.attribute}" is not sent.`,
          { type },
        );
        continue;
      }
      const who = result === expression ? 'every record' : 'each record that gets it';
      const message = `"${path.attribute}" is of type ${type}, but this constant is not: ${who} would be refused.`;
      yield problemOf(kind, result.span, message, { type });
    }
  },
};
