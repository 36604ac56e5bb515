import type { Grant } from './grant';
import type { DoctorReport } from './report';
import { sayTime } from './sayTime';
import type { Todo } from './todo';
import { todosOf, verdictOf } from './todo';

/** A report as lines of text. Its names come from files and certificates: print it escaped. */
export function reportText(report: DoctorReport): readonly string[] {
  const todos = todosOf(report);
  return [
    `${report.connection}: ${verdictOf(report)}`,
    ...(todos.length === 0 ? [] : ['', 'What to do', ...todos.flatMap(todoLines)]),
    '',
    `Checks (${sayTime(report.checkedAt)})`,
    ...report.checks.map(({ id, state, message }) => `  ${state.padEnd(7)}  ${id.padEnd(WIDTH)}  ${message}`),
    ...(report.portalLink === undefined ? [] : ['', `Provisioning page of the application: ${report.portalLink}`]),
  ];
}

const WIDTH = 'permission.applications'.length;

function todoLines({ messages, remedy, grant }: Todo, index: number): readonly string[] {
  const number = `  ${index + 1}. `;
  const [first = '', ...others] = messages;
  const lines = [`${number}${first}`, ...others.map((each) => indented(each)), indented(remedy)];
  return grant === undefined ? lines : [...lines, ...grantLines(grant).map((line) => indented(line))];
}

function indented(text: string): string {
  return `     ${text}`;
}

function grantLines({ who, portal, portalLink, powerShell, azureCli }: Grant): readonly string[] {
  return [
    who,
    ...(portal.length === 0
      ? ['The identity has no registration, so the admin center cannot grant it. Use a script.']
      : ['In the admin center:', ...portal.map((step, index) => `  ${index + 1}. ${step}`)]),
    ...(portalLink === undefined ? [] : [`  (${portalLink})`]),
    'PowerShell, with the module Microsoft.Graph:',
    ...code(powerShell),
    ...(azureCli === undefined ? [] : ['Azure CLI, in bash:', ...code(azureCli)]),
  ];
}

function code(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`);
}
