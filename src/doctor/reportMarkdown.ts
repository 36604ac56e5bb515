import type { Markdown } from '../language/shared/markdown';
import { bulletList, code, codeBlock, joined, link, paragraphs, prose, words } from '../language/shared/markdown';
import type { Grant } from './grant';
import type { CheckState, DoctorReport } from './report';
import { sayTime } from './sayTime';
import type { Todo } from './todo';
import { todosOf, verdictOf } from './todo';

/** Maximum characters of messages, which contain ids and addresses that the page shows in full. */
const LONG = 2_000;

/** Non-breaking spaces keep a state on one line in a narrow column. */
const STATES: Readonly<Record<CheckState, Markdown>> = {
  ok: words`✓\u00a0ok`,
  warning: words`⚠\u00a0warning`,
  failed: words`✗\u00a0failed`,
  unknown: words`?\u00a0unknown`,
};

/** A report as a page: the verdict, then the remedies, then every check. */
export function reportMarkdown(report: DoctorReport): Markdown {
  const todos = todosOf(report);
  const { portalLink } = report;
  return paragraphs(
    words`# Connection ${code(report.connection, 100)}`,
    words`**${prose(verdictOf(report), LONG)}**`,
    portalLink !== undefined && link(words`Provisioning page of the application`, portalLink),
    todos.length > 0 && words`## What to do`,
    ...todos.map(todoSection),
    words`## Checks`,
    // Not a table, because ids do not wrap and it would not fit into half a window
    bulletList(
      report.checks.map(({ id, state, message }) => words`${STATES[state]} · ${code(id)}: ${prose(message, LONG)}`),
    ),
    words`Checked ${prose(sayTime(report.checkedAt))}. This report contains no secret and names no person.`,
  );
}

function todoSection({ titles, messages, remedy, grant }: Todo, index: number): Markdown {
  const [first = ''] = titles;
  const heading =
    grant === undefined
      ? prose(first)
      : words`Grant ${joined(
          grant.permissions.map(({ name }) => code(name)),
          ', ',
        )}`;
  return paragraphs(
    words`### ${index + 1}. ${heading}`,
    messages.length === 1 ? prose(messages[0] ?? '', LONG) : bulletList(messages.map((each) => prose(each, LONG))),
    prose(remedy, LONG),
    grant && grantSection(grant),
  );
}

function grantSection({ who, portal, portalLink, powerShell, azureCli }: Grant): Markdown {
  const steps = portal.map((step, index) => words`${index + 1}. ${prose(step, LONG)}`);
  return paragraphs(
    prose(who, LONG),
    portal.length === 0
      ? words`The identity has no registration, so the admin center cannot grant it. Use a script.`
      : words`In the ${portalLink === undefined ? words`admin center` : link(words`admin center`, portalLink)}:`,
    steps.length > 0 && joined(steps, '\n'),
    words`PowerShell, with the module ${code('Microsoft.Graph')}:`,
    codeBlock(powerShell, 'powershell'),
    azureCli !== undefined && words`Azure CLI, in bash:`,
    azureCli !== undefined && codeBlock(azureCli, 'sh'),
  );
}
