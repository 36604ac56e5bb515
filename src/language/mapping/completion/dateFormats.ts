import { formatCount } from '../../../core/text/formatCount';
import type { DateFormatGuess } from '../../../core/profile/dateFormats';
import { guessDateFormats } from '../../../core/profile/dateFormats';
import { callParameter } from '../document/callParameter';
import { code, words, paragraphs, quotedCode } from '../../shared/markdown';
import { knownValues } from './knownValues';
import type { CompletionRequest, Offer, Offering } from './offer';
import { offerText } from './offer';

/** Formats that HR exports commonly use, offered without an extract. */
const USUAL_INPUTS = ['yyyy-MM-dd', 'dd.MM.yyyy', 'dd/MM/yyyy', 'MM/dd/yyyy', 'yyyyMMdd', 'yyyy-MM-ddTHH:mm:ssK'];

/** Source: custom attributes and hire dates in API-driven inbound provisioning. */
const OUTPUTS: readonly (readonly [string, string])[] = [
  ['yyyy-MM-ddTHH:mm:ssZ', 'Entra ID: employeeHireDate and other moments'],
  ['yyyy-MM-dd', 'the day alone'],
  ['yyyyMMddHHmmss.fZ', 'Active Directory: generalized time in a text'],
];

/** `FormatDateTime([HireDate], , "|`: formats that read the column's values, and formats that Entra accepts. */
export const dateFormats: Offering = function* (request) {
  const { place, document } = request;
  if (place.kind !== 'expression' || place.expects !== 'value') return;
  const at = callParameter(document.text, place.calls);
  if (at?.parameter?.name === 'outputFormat')
    for (const [format, note] of OUTPUTS) yield* offerText(request, format, { note, rank: 0 });
  if (at?.parameter?.name !== 'inputFormat') return;
  const source = at.call.slots[0];
  const samples = source && knownValues(document, source)?.values.map(({ value }) => value);
  if (samples === undefined || samples.length === 0)
    for (const format of USUAL_INPUTS) yield* offerText(request, format, { rank: 5 });
  else for (const guess of guessDateFormats(samples)) yield* offerGuess(request, guess, samples);
};

function* offerGuess(
  request: CompletionRequest,
  { format, reads, unread, orElse }: DateFormatGuess,
  samples: readonly string[],
): Generator<Offer> {
  const all = formatCount(samples.length);
  const documentation = paragraphs(
    words`Reads ${reads} of ${samples.length} different values.`,
    unread !== undefined && words`It does not read ${quotedCode(unread)}.`,
    orElse !== undefined &&
      words`Day and month may be swapped: ${code(orElse)} reads as many values. Ask the owner of the extract which is right.`,
  );
  yield* offerText(request, format, {
    ...(orElse === undefined ? {} : { detail: 'or day and month swapped' }),
    note: `reads ${formatCount(reads)} of ${all}`,
    documentation,
    rank: 0,
  });
}
