import { counted } from '../../../core/text/counted';
import { expressionIn } from '../document/callParameter';
import type { ExpressionPlace } from '../document/place';
import { knownValues } from './knownValues';
import { words } from '../../shared/markdown';
import type { Offering } from './offer';
import { isFollowedBy, literal, offerText, snippetText } from './offer';

/** Maximum number of keys in one offer; more would be hard to review. */
const MAX_AT_ONCE = 30;

/** `Switch([WorkerStatus], , |`: the values of the column that have no key yet, with placeholders for the results. */
export const switchKeys: Offering = function* (request) {
  const { place, document, begun } = request;
  if (place.kind !== 'expression' || place.expects !== 'value') return;
  const call = place.calls.at(-1);
  const source = call?.slots[0];
  if (call?.name !== 'Switch' || source === undefined || call.argument < 2 || call.argument % 2 !== 0) return;
  const known = knownValues(document, source);
  if (known === undefined) return;
  const used = usedKeys(document.text, call);
  const open = known.values.filter(({ value }) => !used.has(value));
  const isPair = call.argument === call.slots.length - 1 && !isFollowedBy(request, ',');
  for (const { value, count } of open) {
    const note = counted(count, 'record');
    const written = literal(value);
    if (!isPair) yield* offerText(request, value, { note, rank: 0 });
    else if (written !== undefined)
      for (const offer of offerText(request, value, { note, rank: 0, isSnippet: true, asksOn: true }))
        yield { ...offer, insert: `${snippetText(written)}, "$1"` };
  }
  if (known.empty > 0 && !used.has(''))
    yield* offerText(request, '', { note: `${counted(known.empty, 'record')} without a value`, rank: 1 });
  const all = open.flatMap(({ value }) => literal(value) ?? []);
  if (!isPair || all.length < 2 || all.length > MAX_AT_ONCE || (begun !== 'nothing' && begun !== 'string')) return;
  const insert = all.map((key, index) => `${snippetText(key)}, "$${index + 1}"`).join(', ');
  yield {
    label: `all ${all.length} undecided values`,
    kind: 'snippet',
    insert,
    isSnippet: true,
    asksOn: true,
    ...(begun === 'string' ? { filter: '"all' } : {}),
    documentation: words`One pair for each value of the column that no key decides yet.`,
    rank: 2,
  };
};

/** The keys of the other pairs. */
function usedKeys(text: string, { slots, argument }: ExpressionPlace['calls'][number]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [index, slot] of slots.entries()) {
    if (index < 2 || index % 2 !== 0 || index === argument) continue;
    const key = expressionIn(text, slot);
    if (key?.kind === 'string' || key?.kind === 'integer') keys.add(key.value);
  }
  return keys;
}
