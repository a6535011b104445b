import '../../panel/page/panel.css';
import '../../panel/page/tags.css';
import './adjudication.css';
import { readDraftKey } from '../../panel/page/draft-key.ts';
import { createDrafts } from '../../panel/page/drafts.ts';
import type { AdjudicationMessage } from '../messages.ts';
import { connectHost } from './host.ts';
import { createView } from './view.ts';

/** How long a person may pause in a note before it is sent. */
const pause = 400;

const host = connectHost();
const drafts = createDrafts({
  send(key, text) {
    const { attribute } = readDraftKey(key) ?? {};
    return attribute === undefined
      ? host.send({ type: 'editNote', note: text })
      : host.send({ type: 'editAttribute', attribute, ...(text === '' ? {} : { value: text }) });
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

// Messages come from the extension alone: the page has no other frame, and loads nothing from elsewhere.
window.addEventListener('message', ({ data }: MessageEvent<AdjudicationMessage>) => {
  switch (data.type) {
    case 'strings':
      view.speak(data.strings);
      return;
    case 'state':
      drafts.acknowledge(data.done);
      view.show(data.state);
      return;
    case 'say':
      view.announce(data.text);
  }
});
window.addEventListener('blur', () => drafts.flush());
window.addEventListener('pagehide', () => drafts.flush());

// A page that was hidden with an unsent note sends it now.
host.send({ type: 'ready' });
for (const [key, text] of Object.entries(left)) if (readDraftKey(key)) drafts.write(key, text);
drafts.flush();
