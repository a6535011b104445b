import './panel.css';
import type { PanelMessage } from '../messages.ts';
import { createDrafts } from './drafts.ts';
import { connectHost } from './host.ts';
import { createView } from './view.ts';

/** How long a person may pause in a note before it is sent. */
const pause = 400;

const host = connectHost();
const drafts = createDrafts({
  send: (tag, note) => host.send({ type: 'note', tag, note }),
  later(call) {
    const timer = setTimeout(call, pause);
    return () => clearTimeout(timer);
  },
  changed: () => host.save({ drafts: drafts.unsettled() }),
});
const view = createView(host, drafts);
document.body.append(view.element);

let newest = 0;
// Messages come from the extension alone: the page has no other frame, and loads nothing from elsewhere.
window.addEventListener('message', (event: MessageEvent<PanelMessage>) => {
  const message = event.data;
  switch (message.type) {
    case 'strings':
      view.speak(message.strings);
      return;
    case 'snapshot':
      if (message.version <= newest) return;
      newest = message.version;
      drafts.acknowledge(message.done);
      view.show(message.state);
      return;
    case 'say':
      view.announce(message.text);
      return;
    case 'focus':
      if (message.what === 'note') view.focusNote(message.tag);
      else view.focusPalette();
  }
});
window.addEventListener('blur', () => drafts.flush());
window.addEventListener('pagehide', () => drafts.flush());

// A page that was hidden with an unsent note sends it now.
const left = host.load().drafts;
host.send({ type: 'ready' });
for (const [tag, note] of Object.entries(left)) drafts.write(tag, note);
drafts.flush();
