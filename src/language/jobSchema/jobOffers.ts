import { functions } from '../../core/expression/functions/table';
import { findFunction } from '../../core/expression/functions/table';
import { filterOperators, takes } from '../../core/jobSchema/filterOperators';
import type { JobAttribute, ObjectDefinition } from '../../core/jobSchema/jobSchema';
import { attributeOf } from '../../core/jobSchema/resolveMappings';
import type { TextShape } from '../../core/jobSchema/shapes/shape';
import { SHAPES } from '../../core/jobSchema/shapes/shapes';
import { memberNode, membersOf, stringOf } from '../../core/json/jsonNode';
import type { Span } from '../../core/text/span';
import { span } from '../../core/text/span';
import { describeFunction } from '../mapping/hover/describeFunction';
import type { Markdown } from '../shared/markdown';
import { ours } from '../shared/markdown';
import { jobAttributeFacts, describeJobAttribute } from './describeJobAttribute';
import type { JobDocument } from './jobDocument';
import type { JobPlace } from './jobPlace';
import { attributeMappingAt, mappingAt } from './jobPlace';

/** A text that completion offers for a string of a job schema, without quotes and unescaped. */
export interface JobOffer {
  readonly text: string;
  readonly kind: 'attribute' | 'value' | 'member' | 'function';
  readonly note?: string;
  /** Markdown. */
  readonly documentation?: Markdown;
  /** The part of the string that is replaced; by default all of it. */
  readonly replaces?: Span;
}

/** What can be written at a place outside expressions, the most likely first. */
export function offersAt(document: JobDocument, place: JobPlace, offset: number): readonly JobOffer[] {
  if (place.kind === 'name') return memberNames(place);
  if (place.kind === 'value' && place.node?.type !== 'string') return [];
  const { shape } = place;
  if (shape?.kind === 'string' && shape.values !== undefined) return fixedValues(document, place, shape, offset);
  return named(document, place);
}

function memberNames({ owner, objects, member }: JobPlace): readonly JobOffer[] {
  const present = new Set(membersOf(objects.at(-1)).map(({ name }) => name));
  return Object.entries(SHAPES[owner])
    .filter(([name]) => name === member || !present.has(name))
    .map(([text, { documentation }]) => ({ text, kind: 'member', documentation: ours(documentation) }));
}

function fixedValues(
  { text }: JobDocument,
  place: JobPlace,
  { values = [], isFlags }: TextShape,
  offset: number,
): readonly JobOffer[] {
  if (isFlags !== true || place.kind === 'gap') return values.map((value) => ({ text: value, kind: 'value' }));
  // Replaces only the flag under the cursor, and offers only flags that are not set yet
  const before = text.slice(place.span.start, offset);
  const after = text.slice(offset, place.span.end);
  const start = offset - (/[^,\s]*$/.exec(before)?.[0].length ?? 0);
  const end = offset + (/^[^,\s]*/.exec(after)?.[0].length ?? 0);
  const others = `${text.slice(place.span.start, start)},${text.slice(end, place.span.end)}`.toLowerCase().split(',');
  const given = new Set(others.map((flag) => flag.trim()));
  return values
    .filter((value) => !given.has(value.toLowerCase()))
    .map((value) => ({ text: value, kind: 'value', replaces: span(start, end) }));
}

/** Names defined elsewhere in the schema, or by the service. */
function named(document: JobDocument, place: JobPlace): readonly JobOffer[] {
  const { owner, member } = place;
  const around = mappingAt(document, place);
  switch (`${owner}.${member}`) {
    case 'synchronizationRule.sourceDirectoryName':
    case 'synchronizationRule.targetDirectoryName':
      return document.loaded.schema.directories.flatMap(({ name }) => valueOffer(name?.text));
    case 'objectMapping.sourceObjectName':
      return around?.sourceDirectory?.objects.flatMap(({ name }) => valueOffer(name?.text)) ?? [];
    case 'objectMapping.targetObjectName':
      return around?.targetDirectory?.objects.flatMap(({ name }) => valueOffer(name?.text)) ?? [];
    case 'attributeMapping.targetAttributeName':
      return targetOffers(document, place);
    case 'attributeMappingSource.name':
      return sourceNames(place, around?.source);
    case 'sourceParameter.key':
      return parameterKeys(place);
    case 'filterClause.sourceOperandName':
      return attributeOffers(around?.source, () => true);
    case 'filterClause.operatorName':
      return operatorOffers(attributeOf(around?.source, stringIn(place, 'sourceOperandName')));
    case 'filterOperand.values':
      return filterValues(document, place);
    default:
      return [];
  }
}

function valueOffer(text: string | undefined): readonly JobOffer[] {
  return text === undefined ? [] : [{ text, kind: 'value' }];
}

function stringIn({ objects }: JobPlace, name: string): string | undefined {
  return stringOf(memberNode(objects.at(-1), name));
}

/** Target attributes, those without a mapping first. Read-only attributes are not offered. */
function targetOffers(document: JobDocument, place: JobPlace): readonly JobOffer[] {
  const around = mappingAt(document, place);
  const own = attributeMappingAt(document, place);
  const mapped = new Set(
    around?.mapping.attributeMappings.filter((one) => one !== own).map(({ target }) => target?.text),
  );
  const offers = attributeOffers(around?.target, ({ isAnchor, mutability }) => !isAnchor && mutability !== 'ReadOnly');
  const [free, used] = [false, true].map((isUsed) => offers.filter(({ text }) => mapped.has(text) === isUsed));
  return [...(free ?? []), ...(used ?? []).map((offer) => ({ ...offer, note: 'mapped' }))];
}

function attributeOffers(
  object: ObjectDefinition | undefined,
  isWanted: (attribute: JobAttribute) => boolean,
): readonly JobOffer[] {
  if (object === undefined) return [];
  return object.attributes.filter(isWanted).flatMap((attribute) =>
    attribute.name === undefined
      ? []
      : [
          {
            text: attribute.name.text,
            kind: 'attribute' as const,
            note: jobAttributeFacts(attribute).join(', '),
            documentation: describeJobAttribute(attribute, object),
          },
        ],
  );
}

function sourceNames(place: JobPlace, source: ObjectDefinition | undefined): readonly JobOffer[] {
  const type = stringIn(place, 'type') ?? 'Attribute';
  if (type === 'Attribute') return attributeOffers(source, () => true);
  if (type !== 'Function') return [];
  return functions.map((entry) => ({ text: entry.name, kind: 'function', documentation: describeFunction(entry) }));
}

/** The keys of the arguments that the enclosing function takes. */
function parameterKeys({ objects }: JobPlace): readonly JobOffer[] {
  const entry = findFunction(stringOf(memberNode(objects.at(-2), 'name')) ?? '');
  return (entry?.parameters ?? []).map(({ name, treeKey, documentation }) => ({
    text: treeKey ?? name,
    kind: 'value',
    documentation: ours(documentation),
  }));
}

/** Operators, those for the attribute's type first. */
function operatorOffers(attribute: JobAttribute | undefined): readonly JobOffer[] {
  const suits = filterOperators.filter((operator) => attribute === undefined || takes(operator, attribute));
  const others = filterOperators.filter((operator) => !suits.includes(operator));
  return [...suits, ...others].map(({ name, types, documentation }) => ({
    text: name,
    kind: 'value',
    note: types?.join(', ') ?? 'any type',
    documentation: ours(documentation),
  }));
}

function filterValues(document: JobDocument, place: JobPlace): readonly JobOffer[] {
  const attribute = stringOf(memberNode(place.objects.at(-2), 'sourceOperandName'));
  const type = attributeOf(mappingAt(document, place)?.source, attribute)?.type;
  return type === 'Boolean' ? ['True', 'False'].flatMap(valueOffer) : [];
}
