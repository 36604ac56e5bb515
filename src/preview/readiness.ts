import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';

/** Where what keeps an extract from being sent can be mended. */
export type ReasonLink =
  | { readonly kind: 'state'; readonly state: 'refused' | 'excluded' }
  | { readonly kind: 'problem'; readonly code: string }
  | { readonly kind: 'outcome'; readonly outcome: ShownOutcome }
  /** A physical line of the extract. */
  | { readonly kind: 'line'; readonly line: number }
  /** A run, by its id. */
  | { readonly kind: 'run'; readonly run: string }
  /** The panel's: see {@link PANEL_LINKS}. */
  | { readonly kind: PanelLink };

/** What the panel opens: the mapping, its `source` block, the question what statuses mean, the limits of guards, the connections, the runs, the workspace's trust. */
export const PANEL_LINKS = ['mapping', 'source', 'statuses', 'limits', 'connection', 'runs', 'trust'] as const;

export type PanelLink = (typeof PANEL_LINKS)[number];

/** Why sending would ask, or stop. */
export interface SendingReason {
  readonly decision: 'ask' | 'type' | 'stop';
  /** One or two sentences: what is found, and what to do. Names no person. */
  readonly text: string;
  /** What has to be typed. */
  readonly typed?: string;
  /** The first is the best. */
  readonly links: readonly ReasonLink[];
}

/** What sending would say now. */
export type Readiness =
  /** It is being worked out: nothing is claimed. */
  | { readonly kind: 'checking' }
  /** It could not be worked out. */
  | { readonly kind: 'unchecked'; readonly text: string }
  /**
   * `isWhole`: with all that guards ask of the connection; else there is more that is only checked once somebody sends. The gravest reasons come
   * first.
   */
  | {
      readonly kind: 'checked';
      readonly reasons: readonly SendingReason[];
      readonly isWhole: boolean;
      /** At most so many people are predicted, and there are more. */
      readonly mostPredicted?: number;
    };

/** Whether there is a reason for which nothing can be sent. */
export function isBlocked(readiness: Readiness | undefined): boolean {
  return readiness?.kind === 'checked' && readiness.reasons.some(({ decision }) => decision === 'stop');
}
