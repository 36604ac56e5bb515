import { callParameter } from '../document/callParameter';
import { VALUE_WORD_MEANINGS } from '../document/mappingWords';
import { ours } from '../../shared/markdown';
import type { Offering } from './offer';

const RESULTS = new Set(['value', 'defaultValue', 'valueIfTrue', 'valueIfFalse']);
const WORDS = ['IgnoreAttributeFlow', 'IgnoreObjectFlow'];

/** `IIF([Status] = "Left", Ig|`: words that control the flow in place of a value. */
export const flowWords: Offering = function* ({ place, document, begun }) {
  if (place.kind !== 'expression' || place.expects !== 'value' || place.rule === undefined) return;
  if (begun !== 'nothing' && begun !== 'word') return;
  if (!RESULTS.has(callParameter(document.text, place.calls)?.parameter?.name ?? '')) return;
  for (const label of WORDS)
    yield { label, kind: 'word', insert: label, documentation: ours(VALUE_WORD_MEANINGS[label] ?? ''), rank: 60 };
};
