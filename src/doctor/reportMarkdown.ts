import type { Markdown } from '../language/shared/markdown';
import { bulletList, code, codeBlock, joined, link, paragraphs, prose, words } from '../language/shared/markdown';
import type { Grant } from './grant';
import type { CheckState, DoctorReport } from './report';
import { sayTime } from './sayTime';
import type { Todo } from './todo';
import { todosOf, verdictOf } from './todo';

/** Messages contain ids and addresses, which the page shows in full. */
const LONG = 2_000;

/** A state stays on one line in a narrow column, too. */
const STATES: Readonly<Record<CheckState, Markdown>> = {
  ok: words`✓\u00a0ok`,
  warning: words`⚠\u00a0warning`,
  failed: words`✗\u00a0failed`,
  unknown: words`?\u00a0unknown`,
};

/** A report as a page: first the verdict, then what to do, then every check. */
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
    // A table would not fit into half a window, because ids do not wrap
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
