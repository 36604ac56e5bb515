import type { ByteWriter } from '../../bytes/byteWriter';
import { toBytes } from '../../bytes/byteWriter';
import type { Layout, LayoutMember, ResourceLayout } from '../resourceLayout';
import { schemasOf } from '../resourceLayout';
import type { WriteBytes } from './byteRule';
import { Written } from './byteRule';

const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;

/**
 * Compiles a User resource to bytes: the same bytes as `compileResource` gives. The whole of it is a value always, or odd:
 * then what was written means nothing.
 */
export function compileByteResource({ core, extensions }: ResourceLayout, writes: readonly WriteBytes[]): WriteBytes {
  const urns = extensions.map(({ name }) => name);
  // All of the extensions are announced, and those that turn out to be empty are taken out of the list again
  const head = toBytes(`{"schemas":${JSON.stringify(schemasOf(urns))}`);
  const members = core.map((member) => compileMember(member, writes));
  const parts = extensions.map((member, index) => ({
    write: compileMember(member, writes),
    cut: cutOf(urns, index),
  }));
  return (row, out) => {
    const start = out.at;
    out.append(head);
    for (const write of members) if (write(row, out) === Written.odd) return Written.odd;
    let unused: Cut[] | undefined;
    for (const { write, cut } of parts) {
      const written = write(row, out);
      if (written === Written.odd) return Written.odd;
      if (written === Written.nothing && cut.length > 0) (unused ??= []).push(cut);
    }
    if (unused !== undefined) takeOut(out, start, unused);
    out.appendByte(CLOSE_OBJECT);
    return Written.value;
  };
}

/** A piece of the head that is not meant for some records: where it begins, from the start of the resource. */
interface Cut {
  readonly start: number;
  readonly length: number;
}

/** The place of `,"urn"` in the head; of no length for a schema that is named always. */
function cutOf(urns: readonly string[], index: number): Cut {
  const start = lengthOfNames(urns.slice(0, index));
  return { start, length: lengthOfNames(urns.slice(0, index + 1)) - start };
}

/** The length of a head up to its last name. */
function lengthOfNames(urns: readonly string[]): number {
  return toBytes(`{"schemas":${JSON.stringify(schemasOf(urns))}`).length - 1;
}

function takeOut(out: ByteWriter, start: number, cuts: readonly Cut[]): void {
  for (const cut of [...cuts].reverse()) {
    const from = start + cut.start;
    out.bytes.copyWithin(from, from + cut.length, out.at);
    out.at -= cut.length;
  }
}

/** `,"name":value`; an object or a list turns the first comma within it into its bracket. */
function compileMember({ name, layout }: LayoutMember, writes: readonly WriteBytes[]): WriteBytes {
  return compilePrefixed(toBytes(`,${JSON.stringify(name)}:`), compileLayout(layout, writes));
}

function compilePrefixed(prefix: Uint8Array, write: WriteBytes): WriteBytes {
  return (row, out) => {
    const start = out.at;
    out.append(prefix);
    const written = write(row, out);
    if (written !== Written.value) out.at = start;
    return written;
  };
}

function compileLayout(layout: Layout, writes: readonly WriteBytes[]): WriteBytes {
  switch (layout.kind) {
    case 'slot':
      return writes[layout.slot] ?? (() => Written.nothing);
    case 'constant':
      return compileConstant(toBytes(layout.json));
    case 'object': {
      const members = layout.members.map((member) => ({
        write: compileMember(member, writes),
        counts: member.layout.kind !== 'constant',
      }));
      return compileBracketed(members, OPEN_OBJECT, CLOSE_OBJECT);
    }
    case 'list': {
      const comma = Uint8Array.of(COMMA);
      const elements = layout.elements.map((element) => ({
        write: compilePrefixed(comma, compileLayout(element, writes)),
        counts: true,
      }));
      return compileBracketed(elements, OPEN_LIST, CLOSE_LIST);
    }
  }
}

function compileConstant(json: Uint8Array): WriteBytes {
  return (_, out) => {
    out.append(json);
    return Written.value;
  };
}

function compileBracketed(
  parts: readonly { readonly write: WriteBytes; readonly counts: boolean }[],
  open: number,
  close: number,
): WriteBytes {
  return (row, out) => {
    const start = out.at;
    let isFilled = false;
    for (const { write, counts } of parts) {
      const written = write(row, out);
      if (written === Written.odd) return Written.odd;
      if (written === Written.value && counts) isFilled = true;
    }
    if (!isFilled) {
      out.at = start;
      return Written.nothing;
    }
    out.bytes[start] = open;
    out.appendByte(close);
    return Written.value;
  };
}
