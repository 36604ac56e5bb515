import { attributeFacts } from '../../../core/scim/attributeFacts';
import { formatAttributePath } from '../../../core/scim/attributePath';
import { columnsOf } from '../../../core/mapping/model/columns';
import type { EmptyPolicy } from '../../../core/mapping/model/model';
import type { Rule } from '../../../core/mapping/syntax/syntax';
import { attributeKey, namedAttribute } from '../document/attributeNames';
import type { NamedAttribute } from '../document/attributeNames';
import type { MappingDocument } from '../document/mappingDocument';
import type { AttributeNode } from '../document/mappingNodes';
import type { Markdown } from '../../shared/markdown';
import { code, words, paragraphs, prose } from '../../shared/markdown';
import { describeOutcome } from '../outcomeText';
import { recordValues } from '../recordValues';
import type { AttributeText } from './attributeText';
import { attributeText } from './attributeText';
import type { Description } from './description';
import { lineLink } from './lineLink';
import { statusTable } from './statusTable';

/**
 * Describes an attribute: its meaning, its default target, its limits with their sources, and its value for the current
 * record.
 */
export function describeAttribute(document: MappingDocument, node: AttributeNode): Description | undefined {
  const named = namedAttribute(node);
  if (named === undefined) return undefined;
  const { path, owner } = node.place;
  const rule = owner.kind === 'rule' && node.index === path.names.length - 1 ? owner : undefined;
  const facts = attributeFacts(named.path);
  const own =
    facts !== undefined
      ? attributeText(named.path, named.definition, facts)
      : named.isOfKnownSchema
        ? undefined
        : ofCustomSchema(named, typeOf(document, rule));
  if (own === undefined) return undefined;
  // What it is and does here comes first, because the rest may need scrolling
  const markdown = paragraphs(
    own.head,
    rule && statuses(document, named, rule),
    rule && valueOf(document, rule),
    own.rest,
    rule && policyOf(document, rule),
  );
  return { markdown, span: node.span };
}

function ofCustomSchema({ path }: NamedAttribute, type: string | undefined): AttributeText {
  const rest = paragraphs(
    words`An attribute of a custom schema. It has an effect only if the provisioning job lists it among its source attributes and maps it. *(Entra)*`,
    type === 'string' ? words`Its type is ${code('String')}, unless ${code('@type')} says otherwise.` : undefined,
  );
  return {
    head: words`**${code(formatAttributePath(path), Infinity)}**${type === undefined ? words`` : words` ${prose(type)}`}`,
    rest,
  };
}

function typeOf({ loaded }: MappingDocument, rule: Rule | undefined): string | undefined {
  return rule && loaded.model.rules.find((resolved) => resolved.rule === rule)?.type;
}

const POLICIES: Readonly<Record<EmptyPolicy, Markdown>> = {
  omit: words`No value: the attribute is left out.`,
  null: words`No value: ${code('null')} is sent, which clears the target if the job allows null flow.`,
  blank: words`No value: an empty text is sent.`,
  error: words`No value: the record is not sent.`,
};

function policyOf({ loaded }: MappingDocument, rule: Rule): Markdown | undefined {
  const resolved = loaded.model.rules.find((candidate) => candidate.rule === rule);
  return resolved && POLICIES[resolved.empty];
}

function valueOf(document: MappingDocument, rule: Rule): Markdown | undefined {
  const values = recordValues(document);
  const outcome = describeOutcome(values?.ofRule(rule));
  const columns = rule.expression === undefined ? [] : columnsOf(rule.expression).map(({ column }) => column);
  return (
    outcome &&
    words`In ${lineLink(document, values?.record.line ?? 0, [...new Set(columns)])}: ${code(outcome.long, 200)}${outcome.reason === undefined ? words`` : words` ${code(outcome.reason, 300)}`}`
  );
}

function statuses(document: MappingDocument, named: NamedAttribute, rule: Rule): Markdown | undefined {
  if (attributeKey(named) !== 'active') return undefined;
  const ruleText = document.text.slice(rule.span.start, rule.span.end);
  const known = document.knowledge.extract?.values?.statuses?.find((table) => table.ruleText === ruleText);
  return known && statusTable(known);
}
