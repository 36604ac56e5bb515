import { asText, EvaluationError } from '../value';
import { requiredFrom } from './arguments';
import type { FunctionEntry } from './functionEntry';

export const selectUniqueValue: FunctionEntry = {
  name: 'SelectUniqueValue',
  family: 'Roles, uniqueness and tenant',
  parameters: [
    { name: 'uniqueValueRule1', type: 'Any', documentation: 'The value to try first.' },
    { name: 'uniqueValueRule', type: 'Any', documentation: 'A value to try when the ones before are taken.' },
  ],
  repeats: 1,
  returns: 'String',
  documentation:
    'The first of several values that the target does not have yet. It must be the outermost call, on an attribute that is set only when an account is created, and only for on-premises Active Directory.',
  example: {
    expression: 'SelectUniqueValue(Append([UserID], "@contoso.com"), Append([UserID], "2@contoso.com"))',
    result: 'gfadiman@contoso.com',
  },
  fidelity: {
    mark: 'needs context',
    reason: 'Only the target knows which values are taken; comparison ignores case, as Active Directory does.',
  },
  needs: 'tenant',
  compile: (args, at) => {
    const rules = requiredFrom(args, 0);
    return (record, context) => {
      const { exists } = context;
      if (exists === undefined)
        throw new EvaluationError('E_CONTEXT', 'The values in the target are not known here.', at);
      for (const rule of rules) {
        const candidate = asText(rule(record, context));
        if (candidate !== null && candidate !== '' && !exists(candidate)) return candidate;
      }
      throw new EvaluationError('E_NOT_UNIQUE', 'All values are already taken.', at);
    };
  },
};

export const defaultDomain: FunctionEntry = {
  name: 'DefaultDomain',
  family: 'Roles, uniqueness and tenant',
  parameters: [],
  returns: 'String',
  documentation: "The tenant's default domain.",
  example: { expression: 'Join("@", [UserID], DefaultDomain())', result: 'gfadiman@contoso.com' },
  fidelity: { mark: 'needs context', reason: 'Only the tenant knows the domain.' },
  needs: 'tenant',
  unlisted: true,
  compile: (_args, at) => (_record, context) => {
    if (context.defaultDomain === undefined)
      throw new EvaluationError('E_CONTEXT', "The tenant's default domain is not known here.", at);
    return context.defaultDomain;
  },
};
