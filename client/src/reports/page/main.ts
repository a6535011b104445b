import './report.css';
import type { ReportMessage } from '../messages.ts';
import { connectHost } from './host.ts';
import { createView } from './view.ts';

const host = connectHost();
const view = createView(host);
document.body.append(view.element);

// Messages come from the extension alone: the page has no other frame, and loads nothing from elsewhere.
window.addEventListener('message', ({ data }: MessageEvent<ReportMessage>) => {
  if (data.type === 'strings') view.speak(data.strings);
  else if (data.type === 'progress') view.progress(data.state);
  else {
    view.show(data.report);
    tellDrawn(data.report.version);
  }
});
/** Once it is on the screen: laying out a large table takes longer than making it. */
function tellDrawn(version: number): void {
  requestAnimationFrame(() => setTimeout(() => host.send({ type: 'drawn', version })));
}

// The editor tells its theme by the classes and the style of the body and of the root.
const repaint = new MutationObserver(() => view.repaint());
repaint.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
repaint.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
let width = 0;
new ResizeObserver(() => {
  if (view.element.clientWidth === width) return;
  width = view.element.clientWidth;
  view.redraw();
}).observe(view.element);
host.send({ type: 'ready' });
