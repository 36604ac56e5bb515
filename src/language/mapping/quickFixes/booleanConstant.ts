import { textIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** Offers both values for a constant of a boolean attribute; only a person can decide which is right. */
export const booleanConstant: MappingQuickFix = {
  codes: ['mapping.constant-type'],
  *fixes({ data, span }) {
    if (textIn(data, 'type') !== 'boolean') return;
    for (const newText of ['"True"', '"False"']) yield { title: `Change to ${newText}`, edits: [{ span, newText }] };
  },
};
