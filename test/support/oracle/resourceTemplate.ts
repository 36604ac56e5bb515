import type { AttributePath } from '../../../src/core/scim/attributePath';
import type { Layout, LayoutMember } from '../../../src/core/convert/resourceLayout';
import { layOutResource, schemaUrnsOf } from '../../../src/core/convert/resourceLayout';

/** The text of a member's value for one record; `undefined` when it is left out. */
type Write<Record> = (record: Record) => string | undefined;

/** Something to be written, and where it goes in the resource. */
export interface Slot<Record> {
  readonly path: AttributePath;
  readonly write: Write<Record>;
}

interface Member<Record> {
  readonly name: string;
  readonly write: Write<Record>;
}

/**
 * Compiles the text of a User resource, in the order of its layout. What has no members is left out; `schemas` names Core
 * and Enterprise always, other extensions where used.
 */
export function compileResource<Record>(slots: readonly Slot<Record>[]): (record: Record) => string {
  const layout = layOutResource(slots.map(({ path }) => path));
  const writes = slots.map(({ write }) => write);
  const core = compileMembers(layout.core, writes);
  const extensions = compileMembers(layout.extensions, writes);
  return (record) => {
    const members: string[] = [];
    for (const { name, write } of core) append(members, name, write(record));
    const filled: string[] = [];
    for (const { name, write } of extensions) {
      const text = write(record);
      if (text !== undefined) filled.push(name);
      append(members, name, text);
    }
    return `{"schemas":${JSON.stringify(schemaUrnsOf(filled))}${members.map((member) => `,${member}`).join('')}}`;
  };
}

function append(members: string[], name: string, text: string | undefined): void {
  if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
}

function compileMembers<Record>(
  members: readonly LayoutMember[],
  writes: readonly Write<Record>[],
): readonly Member<Record>[] {
  return members.map(({ name, layout }) => ({ name, write: compileLayout(layout, writes) }));
}

function compileLayout<Record>(layout: Layout, writes: readonly Write<Record>[]): Write<Record> {
  switch (layout.kind) {
    case 'slot':
      return writes[layout.slot] ?? (() => undefined);
    case 'constant':
      return () => layout.json;
    case 'object': {
      const constants = layout.members.filter((member) => member.layout.kind === 'constant').length;
      return writeObject(compileMembers(layout.members, writes), constants);
    }
    case 'list':
      return writeList(layout.elements.map((element) => compileLayout(element, writes)));
  }
}

function writeObject<Record>(members: readonly Member<Record>[], constants: number): Write<Record> {
  return (record) => {
    const texts: string[] = [];
    for (const { name, write } of members) append(texts, name, write(record));
    return texts.length > constants ? `{${texts.join(',')}}` : undefined;
  };
}

function writeList<Record>(elements: readonly Write<Record>[]): Write<Record> {
  return (record) => {
    const texts = elements.map((write) => write(record)).filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : `[${texts.join(',')}]`;
  };
}
