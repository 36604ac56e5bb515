import type { PreviewContent, ShownState } from '../preview/previewState';
import { isStopped } from './head/problemList';
import type { StateLook } from './stateLook';
import { lookOfState } from './stateLook';

/** How a state is shown; `undefined` for one that is not shown. */
export type LookOf = (state: ShownState) => StateLook | undefined;

/** How the page shows the states of an extract's records. */
export function looksOf(content: PreviewContent): LookOf {
  if (content.mapping !== '') return (state) => lookOfState(state, isStopped(content));
  return (state) => (state === 'refused' ? { ...lookOfState(state, false), word: 'cannot be read' } : undefined);
}
