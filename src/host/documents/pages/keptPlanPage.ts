import type { PlanFile } from '../../../core/journal/planFile';
import type { RunState } from '../../../core/journal/runState';
import { leftOutIn } from '../../../core/run/account/runAccount';
import { EXCLUDED_LABELS, STATE_LABELS } from '../../../core/run/recordState';
import type { Markdown } from '../../../language/shared/markdown';
import { counting, code, joined, paragraphs, prose, table, words } from '../../../language/shared/markdown';

/** Number of requests to list one by one. */
const MAX_LISTED = 200;

/** The stored part of a plan that was sent or declined, as a page: it names nobody. */
export function keptPlanPage(plan: PlanFile, state: RunState): Markdown {
  const { source, counts, target, connection } = plan;
  const place = target.kind === 'tenant' ? words`REAL tenant` : words`SANDBOX`;
  return paragraphs(
    words`# Plan for ${code(source.name, 100)}`,
    words`**${counting(counts.operations, words`operation`)} in ${counting(plan.batches.length, words`request`)} to ${place} ${code(connection.name, 100)}**`,
    table([words`What`, words`Value`], factsOf(plan)),
    answerOf(state),
    words`## Requests`,
    table(
      [words`Request`, words`Operations`, words`Lines of people`, words`What became of it`, words`SHA-256`],
      plan.batches.slice(0, MAX_LISTED).map((batch) => {
        const { state: sent, attempts, maybeTwice } = state.batch(batch.number);
        const tries = attempts > 1 ? words`, sent ${attempts} times` : words``;
        const twice = maybeTwice ? words`, perhaps taken twice` : words``;
        return [
          words`${batch.number}`,
          words`${batch.operations}`,
          words`records ${batch.first} to ${batch.last}`,
          words`${prose(sent === 'accepted' ? sent : STATE_LABELS[sent])}${tries}${twice}`,
          code(batch.hash.slice(0, 16)),
        ];
      }),
    ),
    plan.batches.length > MAX_LISTED && words`and ${plan.batches.length - MAX_LISTED} more requests`,
    words`Nobody is named here: of people only keyed hashes of their ids are kept.`,
  );
}

function factsOf({ plan, madeAt, source, mapping, target, counts, pilot }: PlanFile): readonly (readonly Markdown[])[] {
  return [
    [words`Plan`, code(plan)],
    [words`Made`, code(madeAt)],
    [words`From`, words`${code(source.name, 100)}, SHA-256 ${code(source.sha256.slice(0, 16))}`],
    ...(mapping === undefined ? [] : [[words`Mapping`, code(mapping.name, 100)]]),
    [words`Tenant`, code(target.tenantId)],
    [words`Job`, code(target.jobId)],
    [words`Left out`, leftOutOf(counts)],
    ...(pilot === 0 ? [] : [[words`Pilot`, words`${counting(pilot, words`person`, words`people`)} first`]]),
  ];
}

function leftOutOf(counts: PlanFile['counts']): Markdown {
  const { unchanged, unselected } = leftOutIn(counts);
  const byMapping = counts.excluded - unchanged - unselected;
  return joined(
    [
      words`${counts.refused} ${prose(STATE_LABELS.refused)}`,
      words`${byMapping} ${prose(EXCLUDED_LABELS.excluded)}`,
      ...(unchanged === 0 ? [] : [words`${unchanged} ${prose(EXCLUDED_LABELS.unchanged)}`]),
      ...(unselected === 0 ? [] : [words`${unselected} ${prose(EXCLUDED_LABELS.unselected)}`]),
    ],
    ', ',
  );
}

/** The answers to its guards. */
function answerOf({ confirmed, blocked }: RunState): Markdown | undefined {
  const answered = confirmed ?? blocked;
  if (answered === undefined) return undefined;
  const struck = answered.guards.filter(({ decision }) => decision !== 'pass');
  const list = struck.map(({ id, decision, value, limit }) => {
    const measured = value === undefined ? words`` : words` (${code(String(value))}`;
    const most = limit === undefined ? words`` : words`, limit ${code(String(limit))}`;
    return words`${code(id)} ${prose(decision)}${measured}${value === undefined ? words`` : words`${most})`}`;
  });
  const how =
    confirmed === undefined
      ? words`It was not confirmed`
      : words`It was confirmed at ${code(confirmed.at)} by ${prose(confirmed.by)}`;
  return list.length === 0 ? words`${how}; no guard asked anything.` : words`${how}. Guards: ${joined(list, '; ')}.`;
}
