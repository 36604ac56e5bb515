import { isEmpty } from '../value';
import { required } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const ignoreFlowIfNullOrEmpty: FunctionEntry = {
  name: 'IgnoreFlowIfNullOrEmpty',
  family: 'Logic and flow',
  parameters: [{ name: 'expression', type: 'Any', documentation: 'The value to flow.' }],
  returns: 'Any',
  documentation: 'The value. If it is absent or empty, the attribute is not provisioned.',
  example: { expression: 'IgnoreFlowIfNullOrEmpty([Department])', result: 'Sales' },
  fidelity: EXACT,
  compile: (args) => {
    const expression = required(args, 0);
    return (record, context) => {
      const value = expression(record, context);
      return isEmpty(value) ? { directive: 'IgnoreAttributeFlow' } : value;
    };
  },
};

export const redact: FunctionEntry = {
  name: 'Redact',
  family: 'Logic and flow',
  parameters: [{ name: 'value', type: 'Any', documentation: 'The value.' }],
  returns: 'Any',
  documentation: 'The value unchanged; the provisioning log shows [Redact] in its place.',
  example: { expression: 'Redact([FullName])', result: 'Ginnie Fadiman' },
  fidelity: EXACT,
  compile: (args) => required(args, 0),
};
