import type { Casing } from '../dotnet/culture';
import { casingOf } from '../dotnet/culture';
import { toLowerCase, toUpperCase } from '../dotnet/invariantCase';
import { toProperCase } from '../dotnet/properCase';
import type { Span } from '../../text/span';
import { EvaluationError } from '../value';
import { text } from './arguments';
import type { Arguments, Evaluate, FunctionEntry, Parameter } from './functionEntry';
import { EXACT } from './functionEntry';

const CULTURE: Parameter = {
  name: 'culture',
  type: 'String',
  optional: true,
  documentation: 'A culture by its RFC 4646 name, such as "tr-TR"; by default the invariant culture.',
};

type ChangeCase = (source: string, casing: Casing) => string;

function compileCase(change: ChangeCase) {
  return <Source>(args: Arguments<Source>, at: Span): Evaluate<Source> => {
    const source = text(args, 0);
    const culture = text(args, 1);
    return (record, context) => {
      const whole = source(record, context);
      if (whole === null) return null;
      const name = culture(record, context) ?? '';
      const casing = casingOf(name);
      if (casing === undefined) throw new EvaluationError('E_TYPE', `"${name}" is not a culture name.`, at, name);
      return change(whole, casing);
    };
  };
}

export const toLower: FunctionEntry = {
  name: 'ToLower',
  family: 'Text',
  parameters: [{ name: 'source', type: 'String', documentation: 'The text.' }, CULTURE],
  returns: 'String',
  documentation:
    'The text in lower case. To change only the case of existing values in a target, the attribute must be case-exact there.',
  example: { expression: 'ToLower([UserID])', result: 'gfadiman' },
  fidelity: EXACT,
  compile: compileCase(toLowerCase),
};

export const toUpper: FunctionEntry = {
  name: 'ToUpper',
  family: 'Text',
  parameters: [{ name: 'source', type: 'String', documentation: 'The text.' }, CULTURE],
  returns: 'String',
  documentation: 'The text in upper case, character by character: "ß" stays as it is.',
  example: { expression: 'ToUpper([CountryCode])', result: 'DE' },
  fidelity: EXACT,
  compile: compileCase(toUpperCase),
};

export const pCase: FunctionEntry = {
  name: 'PCase',
  family: 'Text',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text.' },
    {
      name: 'wordSeparators',
      type: 'String',
      optional: true,
      documentation: 'The characters that separate words, such as " ,-\'"; by default spaces, punctuation and symbols.',
    },
  ],
  returns: 'String',
  documentation: 'The text with the first letter of each word in upper case and all others in lower case.',
  example: { expression: 'PCase([FullName])', result: 'Ginnie Fadiman' },
  fidelity: {
    mark: 'approximated',
    reason: 'The documentation contradicts itself on whether an apostrophe separates words by default; here it does.',
  },
  compile: (args) => {
    const source = text(args, 0);
    const separators = text(args, 1);
    return (record, context) => {
      const whole = source(record, context);
      return whole === null ? null : toProperCase(whole, separators(record, context) ?? undefined);
    };
  },
};
