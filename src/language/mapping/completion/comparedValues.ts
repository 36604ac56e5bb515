import { counted } from '../../../core/text/counted';
import { knownValues } from './knownValues';
import type { Offering } from './offer';
import { offerText } from './offer';

/** `where [WorkerType] <> "|`: the values that the left side has in the extract. */
export const comparedValues: Offering = function* (request) {
  const { place, document } = request;
  if (place.kind !== 'expression' || place.expects !== 'right side' || place.left === undefined) return;
  for (const { value, count } of knownValues(document, place.left)?.values ?? [])
    yield* offerText(request, value, { note: counted(count, 'record'), rank: 0 });
};
