import { callParameter } from '../document/callParameter';
import type { Offering } from './offer';
import { offerText } from './offer';
import { targetOf } from './ruleTarget';

/** Parameters whose argument a call returns unchanged. The default is left out, as it would decide unchecked values. */
const RESULTS = new Set(['value', 'valueIfTrue', 'valueIfFalse']);

/** `active = Switch([Status], , "Active", "|`: the results that a rule for a boolean may have. */
export const booleanTexts: Offering = function* (request) {
  const { place, document } = request;
  if (place.kind !== 'expression' || place.expects !== 'value' || place.rule === undefined) return;
  const parameter = callParameter(document.text, place.calls)?.parameter;
  if (place.calls.length > 0 && !RESULTS.has(parameter?.name ?? '')) return;
  if (targetOf(document.text, place.rule)?.definition?.type !== 'boolean') return;
  for (const value of ['True', 'False']) yield* offerText(request, value, { rank: place.calls.length > 0 ? 0 : 60 });
};
