import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import type { PreviewContent, PreviewState } from '../preview/previewState';
import { encodingTitle } from '../preview/encodingTitle';
import type { Said } from './editor';
import { Editor } from './editor';
import type { HeadLook } from './head/previewHead';
import { headView } from './head/previewHead';
import { problemView } from './remark';
import { CompareTab } from './compare/compareTab';
import { ListRoom } from './layout/listRoom';
import { RecordsTab } from './tabs/recordsTab';
import { RequestsTab } from './requests/requestsTab';
import { TabPages } from './tabs/tabPages';

/** What the page remembers besides the data that it gets. */
let state: PreviewState = { kind: 'loading', extract: '' };

const editor = new Editor(
  (message) => {
    hear(message);
  },
  (layout) => {
    room.place(layout.share);
    for (const tab of [records, compare, requests]) tab.layOut(layout);
    draw();
  },
);
const room = new ListRoom((share) => {
  editor.keepLayout({ share });
});
const records = new RecordsTab(editor, room, {
  changed: () => {
    draw();
  },
  show: () => {
    tabs.choose('records');
  },
});
const compare = new CompareTab(editor, room, {
  changed: () => {
    draw();
  },
  choose: (record) => {
    records.hear({ type: 'cursor', record });
  },
  showRecord: (record) => {
    records.hear({ type: 'reveal', record, columns: [] });
  },
  readiness: headLook,
});
const requests = new RequestsTab(editor, () => {
  draw();
});
room.place(editor.kept.share);
/** To add a tab, add it here. */
const tabs = new TabPages([records, requests, compare], editor.kept.tab, (tab) => {
  editor.keep({ tab });
  draw();
});

function hear(message: Said): void {
  if (message.type === 'tab') {
    tabs.choose(message.tab);
    return;
  }
  if (message.type !== 'state') {
    tabs.hear(message);
    return;
  }
  state = message.state;
  if (state.kind === 'ready') tabs.take(state.content);
  draw();
}

function draw(): void {
  render(page(state), document.body);
  if (state.kind === 'ready') tabs.drawn(state.content);
}

function page(current: PreviewState): TemplateResult {
  switch (current.kind) {
    case 'loading':
      return html`<main class="message" aria-busy="true">Reading ${current.extract} …</main>`;
    case 'problems':
      return html`<main class="message">
        <h1>${current.extract} cannot be converted</h1>
        <p>${whatToCorrect(current)}</p>
        ${current.problems.map((problem) => problemView(problem, showCells))} ${readAsButton(current.readAs)}
      </main>`;
    case 'ready':
      return html`${headView(current, headLook(current.content))}
      ${tabs.view(current.content, current.stale !== undefined)}`;
  }
}

function whatToCorrect({ extract, mapping }: { readonly extract: string; readonly mapping: string }): string {
  if (mapping === '') return `Correct this in ${extract}:`;
  return `Nothing can be sent until you correct this in ${extract} or ${mapping}:`;
}

/** Names may be misread in a guessed encoding, so a person must choose it. */
function readAsButton(encoding: string | undefined): TemplateResult | typeof nothing {
  if (encoding === undefined) return nothing;
  const readAs = () => {
    editor.tell({ type: 'readAs' });
  };
  return html`<vscode-button class="read-as" @click=${readAs}>Read as ${encodingTitle(encoding)}</vscode-button>`;
}

function showCells(line: number, columns: readonly string[]): void {
  editor.tell({ type: 'showCells', line, columns });
}

/** What the head shows of the list, and its requests. */
function headLook(content: PreviewContent): HeadLook {
  const telling = (type: 'send' | 'useConnection' | 'chooseReading' | 'chooseMapping') => () => {
    editor.tell({ type });
  };
  return {
    hasRecords: tabs.shows('records', content),
    filter: records.filter,
    narrow: (filter) => {
      records.narrow(filter);
    },
    goToList: () => {
      records.focus();
    },
    send: telling('send'),
    useConnection: telling('useConnection'),
    chooseReading: telling('chooseReading'),
    chooseMapping: telling('chooseMapping'),
    showRun: (run) => {
      editor.tell({ type: 'showRun', run });
    },
    open: (link) => {
      editor.tell({ type: 'open', link });
    },
    decide: (status) => {
      editor.tell({ type: 'decide', status });
    },
    showCells,
  };
}
