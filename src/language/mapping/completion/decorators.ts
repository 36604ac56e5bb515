import { isNeverEmpty } from '../../../core/mapping/model/decorators';
import { DECORATOR_VALUES } from '../document/mappingWords';
import { targetOf } from './ruleTarget';
import type { RuleAround } from '../document/place';
import { ours } from '../../shared/markdown';
import type { CompletionRequest, Offer, Offering } from './offer';
import { isFollowedBy } from './offer';

/** `title = [JobTitle] @|`, `@empty(|`: the decorators that the attribute of a rule allows. */
export const decorators: Offering = function* (request) {
  const { place, document } = request;
  if (place.kind === 'decorator-value') {
    const values = place.decorator === 'empty' || place.decorator === 'type' ? allowed(request, place.rule) : {};
    for (const [value, documentation] of Object.entries(values[place.decorator] ?? {}))
      yield { label: value, kind: 'word', insert: value, documentation: ours(documentation), rank: 0 };
    return;
  }
  if (place.kind !== 'decorator') return;
  const isAlone = isFollowedBy(request, '(');
  const blank = /\s/.test(document.text.charAt(request.span.start - 1)) ? '' : '  ';
  for (const [name, values] of Object.entries(allowed(request, place.rule))) {
    if (place.before.includes(name)) continue;
    if (isAlone) yield { label: `@${name}`, kind: 'keyword', insert: `@${name}`, rank: 0 };
    else for (const offer of offerValues(name, values)) yield { ...offer, insert: blank + offer.insert };
  }
};

function* offerValues(name: string, values: Readonly<Record<string, string>>): Generator<Offer> {
  for (const [value, documentation] of Object.entries(values)) {
    const label = `@${name}(${value})`;
    yield { label, kind: 'keyword', insert: label, documentation: ours(documentation), rank: 0 };
  }
}

/** The decorators that the rule's attribute allows, with their values. */
function allowed(
  { document: { text } }: CompletionRequest,
  rule: RuleAround,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const target = targetOf(text, rule);
  const { empty, type } = DECORATOR_VALUES;
  const policies = isNeverEmpty(target) ? { error: empty.error ?? '' } : empty;
  return target !== undefined && target.definition === undefined ? { type, empty: policies } : { empty: policies };
}
