import type { ComparedKind } from '../../preview/comparison/comparedPeople';
import type { StateLook } from '../stateLook';

/** The page's labels for the kinds of people in a comparison. */
export const KIND_LOOKS: Readonly<Record<ComparedKind, StateLook>> = {
  joiner: { word: 'new', tone: 'good', icon: 'add' },
  changed: { word: 'changed', tone: 'good', icon: 'edit' },
  disabled: { word: 'disabled', tone: 'doubt', icon: 'lock' },
  leaver: { word: 'not here any more', tone: 'doubt', icon: 'dash' },
  'left-out': { word: 'skipped or excluded', tone: 'bad', icon: 'error' },
  repeated: { word: 'repeated id', tone: 'bad', icon: 'warning' },
  again: { word: 'not known to have arrived', tone: 'doubt', icon: 'question' },
  unchanged: { word: 'unchanged', tone: 'quiet', icon: 'check' },
};

/** The meaning of the kinds, for tooltips. */
export const KIND_HINTS: Readonly<Record<ComparedKind, string>> = {
  joiner: 'People of this extract whom the other side does not have',
  changed: 'People whose attributes differ',
  disabled: 'People who were active, and are inactive in this extract',
  leaver: 'People of the other side whom this extract does not have; their accounts stay as they are',
  'left-out': 'People of the other side whose record is skipped (invalid) or excluded here',
  repeated: 'Records that repeat the id of an earlier one',
  again: 'People who were sent but have no successful log entry',
  unchanged: 'People without differences',
};
