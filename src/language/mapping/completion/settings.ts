import { touches } from '../../../core/text/span';
import { SETTING_MEANINGS } from '../document/mappingWords';
import { words, ours } from '../../shared/markdown';
import type { Offering } from './offer';
import { isFollowedBy } from './offer';

/** `source csv { | }`: settings that are not set yet; `source |`: the only kind of source. */
export const settings: Offering = function* (request) {
  const { place, document, offset } = request;
  if (place.kind === 'source-kind') {
    const isOpen = isFollowedBy(request, '{');
    yield {
      label: 'csv',
      kind: 'word',
      insert: isOpen ? 'csv' : 'csv {\n\t$0\n}',
      ...(isOpen ? {} : { isSnippet: true, asksOn: true }),
      documentation: words`A text file of records, with a line of column names.`,
      rank: 0,
    };
  }
  const isInSource = place.kind === 'statement' && place.blocks.at(-1)?.kind === 'source';
  if (place.kind !== 'setting' && !isInSource) return;
  const block = document.loaded.parsed.tree.statements.find(
    (statement) => statement.kind === 'source' && touches(statement.span, offset),
  );
  const given = block?.kind === 'source' ? block.settings.filter(({ name }) => !touches(name.span, offset)) : [];
  const isSet = isFollowedBy(request, '=');
  for (const [name, documentation] of Object.entries(SETTING_MEANINGS)) {
    if (given.some((setting) => setting.name.text === name)) continue;
    yield {
      label: name,
      kind: 'attribute',
      insert: isSet ? name : `${name} = `,
      ...(isSet ? {} : { asksOn: true }),
      documentation: ours(documentation),
      rank: 0,
    };
  }
};
