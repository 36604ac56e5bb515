import type { ResolvedMapping } from '../../core/jobSchema/jobCheck';
import type { AttributeMapping } from '../../core/jobSchema/jobSchema';
import type { MemberShape, Shape, ShapeName } from '../../core/jobSchema/shapes/shape';
import { SHAPES } from '../../core/jobSchema/shapes/shapes';
import type { JsonNode } from '../../core/json/jsonNode';
import { elementsOf, spanOf } from '../../core/json/jsonNode';
import { span } from '../../core/text/span';
import type { Span } from '../../core/text/span';
import type { JobDocument } from './jobDocument';

/** The value or member name at a cursor. */
export interface JobPlace {
  /** `name`: in the name of a member; `value`: in a value; `gap`: after the colon of a member without a value. */
  readonly kind: 'name' | 'value' | 'gap';
  readonly node: JsonNode | undefined;
  /** The text between the quotes of a string, or the whole of any other value; empty in a gap. */
  readonly span: Span;
  /** The shape of the value at the cursor, or of the value after the name; absent if unknown. */
  readonly shape: Shape | undefined;
  /** The name of the member that contains the place. For an element of a list, it is the list's member. */
  readonly member: string;
  readonly documentation: string | undefined;
  /** The kind of the object that has the member. */
  readonly owner: ShapeName;
  /** The enclosing objects, outermost first. */
  readonly objects: readonly JsonNode[];
}

/** What is at a cursor; `undefined` between items and in unknown members. */
export function placeAt({ loaded, text }: JobDocument, offset: number): JobPlace | undefined {
  const { root } = loaded.json;
  return root === undefined ? undefined : new Descent(text, offset).inObject(root, 'synchronizationSchema', []);
}

class Descent {
  readonly #text: string;
  readonly #offset: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  inObject(node: JsonNode, owner: ShapeName, around: readonly JsonNode[]): JobPlace | undefined {
    const objects = [...around, node];
    const property = node.children?.find((child) => holds(child, this.#offset));
    const [nameNode, value] = property?.children ?? [];
    if (property === undefined || nameNode === undefined) return undefined;
    const member = String(nameNode.value);
    const known = Object.hasOwn(SHAPES[owner], member) ? SHAPES[owner][member] : undefined;
    const place = { member, owner, objects, shape: known?.shape, documentation: known?.documentation };
    if (this.#isInside(nameNode)) return { ...place, kind: 'name', node: nameNode, span: this.#inner(nameNode) };
    if (value !== undefined) return holds(value, this.#offset) ? this.#inValue(value, known, place) : undefined;
    const isAfterColon = property.colonOffset !== undefined && this.#offset > property.colonOffset;
    return isAfterColon
      ? { ...place, kind: 'gap', node: undefined, span: span(this.#offset, this.#offset) }
      : undefined;
  }

  #inValue(
    value: JsonNode,
    known: MemberShape | undefined,
    place: Omit<JobPlace, 'kind' | 'node' | 'span'>,
  ): JobPlace | undefined {
    let node = value;
    let shape = known?.shape;
    while (node.type === 'array' && shape?.kind === 'list') {
      const element = elementsOf(node).find((child) => holds(child, this.#offset));
      if (element === undefined) return undefined;
      node = element;
      shape = shape.of;
    }
    if (node.type === 'object')
      return shape?.kind === 'object' ? this.inObject(node, shape.name, place.objects) : undefined;
    if (node.type === 'array' || !this.#isInside(node)) return undefined;
    return { ...place, shape, kind: 'value', node, span: this.#inner(node) };
  }

  /** A cursor is inside a string only between its quotes; in other values the ends count, too. */
  #isInside(node: JsonNode): boolean {
    const { start, end } = node.type === 'string' ? this.#inner(node) : spanOf(node);
    return start <= this.#offset && this.#offset <= end;
  }

  #inner(node: JsonNode): Span {
    const { start, end } = spanOf(node);
    if (node.type !== 'string') return span(start, end);
    const isClosed = end - start > 1 && this.#text.charAt(end - 1) === '"';
    return span(start + 1, isClosed ? end - 1 : end);
  }
}

/** Includes the end: for a property without a value, the cursor is after its name or colon. */
function holds(node: JsonNode, offset: number): boolean {
  const { start, end } = spanOf(node);
  const isOpen = node.type === 'property' && node.children?.length === 1;
  return start <= offset && offset <= (isOpen ? Math.max(end, (node.colonOffset ?? end) + 2) : end);
}

/** The object mapping that contains a place. */
export function mappingAt({ loaded }: JobDocument, { objects }: JobPlace): ResolvedMapping | undefined {
  return loaded.mappings.find(({ mapping }) => objects.includes(mapping.node));
}

/** The attribute mapping that contains a place. */
export function attributeMappingAt(document: JobDocument, place: JobPlace): AttributeMapping | undefined {
  return mappingAt(document, place)?.mapping.attributeMappings.find(({ node }) => place.objects.includes(node));
}
