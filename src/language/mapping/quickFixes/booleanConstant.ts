import { textIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** A constant of a boolean attribute is one of two values; only a person can decide which. */
export const booleanConstant: MappingQuickFix = {
  codes: ['mapping.constant-type'],
  *fixes({ data, span }) {
    if (textIn(data, 'type') !== 'boolean') return;
    for (const newText of ['"True"', '"False"']) yield { title: `Change to ${newText}`, edits: [{ span, newText }] };
  },
};
