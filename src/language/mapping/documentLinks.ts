import type { DocumentLink } from 'vscode-languageserver-types';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../../core/scim/urns';
import { span } from '../../core/text/span';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';
import { mappingNodes } from './document/mappingNodes';

const SPECIFICATIONS: ReadonlyMap<string, { readonly target: string; readonly tooltip: string }> = new Map([
  [
    CORE_USER_URN.toLowerCase(),
    { target: 'https://www.rfc-editor.org/rfc/rfc7643#section-4.1', tooltip: 'RFC 7643, section 4.1: User' },
  ],
  [
    ENTERPRISE_USER_URN.toLowerCase(),
    { target: 'https://www.rfc-editor.org/rfc/rfc7643#section-4.3', tooltip: 'RFC 7643, section 4.3: Enterprise User' },
  ],
]);

/**
 * Links: the patterns of `files`, whose targets the host finds from `data` (`{ glob: string }`), and the specifications
 * of schemas that have one.
 */
export function documentLinks(document: MappingDocument): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const node of mappingNodes(document.loaded.parsed.tree)) {
    if (node.kind === 'urn') {
      const specification = SPECIFICATIONS.get(node.urn.text.toLowerCase());
      if (specification !== undefined) links.push({ range: rangeOf(document, node.span), ...specification });
    } else if (node.kind === 'settingValue' && node.setting.name.text === 'files' && node.literal.kind === 'string') {
      const glob = node.literal.text;
      if (glob === '') continue;
      const { start, end } = node.span;
      const inside = span(start + 1, document.text.charAt(end - 1) === '"' ? end - 1 : end);
      links.push({ range: rangeOf(document, inside), tooltip: 'Open the extract', data: { glob } });
    }
  }
  return links;
}
