import './panel.css';
import './section.css';
import './labels.css';
import './tags.css';
import './lists.css';
import './guideline.css';
import type { PanelMessage } from '../messages.ts';
import { patched } from '../patch.ts';
import type { PanelState } from '../state.ts';
import { readDraftKey } from './draft-key.ts';
import { createDrafts } from './drafts.ts';
import { connectHost } from './host.ts';
import { createView } from './view.ts';

/** How long a person may pause in a note before it is sent. */
const pause = 400;

const host = connectHost();
const drafts = createDrafts({
  send(key, text) {
    const { tag = '', attribute } = readDraftKey(key) ?? {};
    return attribute === undefined
      ? host.send({ type: 'note', tag, note: text })
      : host.send({ type: 'attribute', tag, attribute, ...(text === '' ? {} : { value: text }) });
  },
  later(call) {
    const timer = setTimeout(call, pause);
    return () => clearTimeout(timer);
  },
  changed: () => host.save({ drafts: drafts.unsettled() }),
});
const left = host.load().drafts;
const view = createView(host, drafts);
document.body.append(view.element);

let known: { readonly version: number; readonly state: PanelState } | undefined;
const show = (version: number, done: number, state: PanelState) => {
  known = { version, state };
  drafts.acknowledge(done);
  view.show(state);
};
// Messages come from the extension alone: the page has no other frame, and loads nothing from elsewhere.
window.addEventListener('message', (event: MessageEvent<PanelMessage>) => {
  const message = event.data;
  switch (message.type) {
    case 'strings':
      view.speak(message.strings);
      return;
    case 'snapshot':
      if (!known || message.version > known.version) show(message.version, message.done, message.state);
      return;
    case 'patch':
      if (known?.version !== message.base) {
        // What is older is dropped; what builds on something that never came wants all of it.
        if (!known || known.version < message.base) host.send({ type: 'refresh' });
        return;
      }
      show(message.version, message.done, message.patch ? patched(known.state, message.patch) : known.state);
      return;
    case 'say':
      view.announce(message.text);
      return;
    case 'focus':
      view.focus(message);
  }
});
window.addEventListener('blur', () => drafts.flush());
window.addEventListener('pagehide', () => drafts.flush());

// A page that was hidden with an unsent note sends it now.
host.send({ type: 'ready' });
for (const [key, text] of Object.entries(left)) if (readDraftKey(key)) drafts.write(key, text);
drafts.flush();
