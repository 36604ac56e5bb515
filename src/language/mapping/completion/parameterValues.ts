import { STYLE_NAMES } from '../../../core/expression/dotnet/dates/dateStyles';
import { callParameter } from '../document/callParameter';
import { VALUE_WORD_MEANINGS } from '../document/mappingWords';
import { ours } from '../../shared/markdown';
import type { Offering } from './offer';
import { offerText } from './offer';

const INTERVALS: Readonly<Record<string, string>> = {
  yyyy: 'year',
  m: 'month',
  d: 'day',
  ww: 'week',
  h: 'hour',
  n: 'minute',
  s: 'second',
};

/** The only cultures that change a result: .NET maps letters in the same way in all others. */
const CULTURES: Readonly<Record<string, string>> = {
  'tr-TR': 'Turkish: i and İ, ı and I are pairs',
  'az-Latn-AZ': 'Azerbaijani: i and İ, ı and I are pairs',
  'en-US': 'same as the default',
  'de-DE': 'same as the default',
  'fr-FR': 'same as the default',
  'es-ES': 'same as the default',
  'nl-NL': 'same as the default',
  'pt-BR': 'same as the default',
  'it-IT': 'same as the default',
};

/** `DateAdd("|`, `ToLower([Name], "|`: the values of arguments that take one of a few texts. */
export const parameterValues: Offering = function* (request) {
  const { place, document, begun } = request;
  if (place.kind !== 'expression' || place.expects !== 'value') return;
  const parameter = callParameter(document.text, place.calls)?.parameter;
  for (const value of parameter?.values ?? []) {
    // Some values are words without quotation marks
    const documentation = VALUE_WORD_MEANINGS[value];
    if (documentation === undefined) yield* offerText(request, value, { note: INTERVALS[value] ?? '', rank: 0 });
    else if (begun === 'nothing' || begun === 'word')
      yield { label: value, kind: 'word', insert: value, documentation: ours(documentation), rank: 0 };
  }
  if (parameter?.name === 'culture')
    for (const [culture, note] of Object.entries(CULTURES)) yield* offerText(request, culture, { note, rank: 0 });
  if (parameter?.name === 'dateTimeStyles')
    for (const style of STYLE_NAMES) yield* offerText(request, style, { rank: 15 });
};
