import { pathKey } from '../../../core/mapping/model/pathKey';
import type { PlacedRule } from '../../../core/mapping/model/resolveRules';
import { placedRules } from '../../../core/mapping/model/resolveRules';
import type { ResolvedRule } from '../../../core/mapping/model/model';
import type { Statement } from '../../../core/mapping/syntax/syntax';
import type { AttributePath } from '../../../core/scim/attributePath';
import type { Span } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';

/** The rule at a place, with its enclosing blocks. */
export function ruleAt({ loaded }: MappingDocument, { start, end }: Span): PlacedRule | undefined {
  for (const placed of placedRules(loaded.parsed.tree)) {
    const { span } = placed.rule;
    if (span.start <= start && end <= span.end) return placed;
  }
  return undefined;
}

/** The top-level statement at a place. */
export function statementAt({ loaded }: MappingDocument, { start, end }: Span): Statement | undefined {
  return loaded.parsed.tree.statements.find(({ span }) => span.start <= start && end <= span.end);
}

/** The rule that fills a path. */
export function ruleFor({ loaded }: MappingDocument, path: AttributePath): ResolvedRule | undefined {
  const wanted = pathKey(path);
  return loaded.model.rules.find((rule) => rule.keys.place === wanted);
}

/** The resolved rule at a place. */
export function resolvedAt({ loaded }: MappingDocument, { start, end }: Span): ResolvedRule | undefined {
  return loaded.model.rules.find(({ rule: { span } }) => span.start <= start && end <= span.end);
}
