import type { GuidelineView, LabelView } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { foreign, make, say, set } from './element.ts';
import type { Host } from './host.ts';
import { nameTool, tool } from './icon.ts';
import { type Guideline, readMarkdown } from './markdown.ts';
import { isTooMuchMarkdown } from './markdown-limits.ts';
import { paint } from './swatch.ts';

export interface GuidelinePane {
  readonly element: HTMLElement;
  update(view: GuidelineView | null, labels: readonly LabelView[], strings: PanelStrings): void;
  focus(): void;
}

/** The guideline of one label, as its author wrote it. */
export function createGuidelinePane(host: Host): GuidelinePane {
  const name = foreign('title');
  const heading = make('h2', { id: 'guideline-heading', tabindex: -1 }, name);
  const close = tool('reject', () => host.send({ type: 'guideline' }));
  const description = make('p', { class: 'description', dir: 'auto' });
  const text = make('div', {
    class: 'text scrolled',
    dir: 'auto',
    tabindex: 0,
    role: 'group',
    'aria-labelledby': 'guideline-heading',
  });
  const head = make(
    'div',
    { class: 'head' },
    make('span', { class: 'swatch', 'aria-hidden': 'true' }),
    heading,
    close,
  );
  const element = make(
    'section',
    { class: 'guideline', 'aria-labelledby': heading.id, hidden: true },
    head,
    description,
    text,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    host.send({ type: 'guideline' });
  });
  let drawn: string | undefined;
  return {
    element,
    update(view, labels, strings) {
      element.hidden = view === null;
      if (view === null) return;
      const label = labels.find(({ id }) => id === view.label);
      if (label) paint(head, label);
      say(name, fill(strings.guideline, view.name));
      nameTool(close, strings.close);
      say(description, view.description);
      set(description, { hidden: view.description === '' });
      const now = view.text || strings.noGuideline;
      if (now === drawn) return;
      drawn = now;
      const said = view.text === '' ? now : isTooMuchMarkdown(view.text) ? strings.plainGuideline : '';
      text.replaceChildren(
        ...(said ? [make('p', { class: 'none' }, said)] : []),
        ...draw(readMarkdown(view.text), host),
      );
    },
    focus: () => heading.focus(),
  };
}

function draw(parts: readonly Guideline[], host: Host): readonly (Node | string)[] {
  return parts.map((part) => {
    if (typeof part === 'string') return part;
    const { name, children, href, start } = part;
    if (name === 'link') return drawLink(draw(children, host), href ?? '', host);
    const element = make(name, {}, ...draw(children, host));
    if (start !== undefined) set(element, { start });
    if (name === 'table')
      return make(
        'div',
        { class: 'scrolled', tabindex: 0, role: 'group', 'aria-labelledby': 'guideline-heading' },
        element,
      );
    return element;
  });
}

/** A link that the extension opens: the page itself leads nowhere. */
function drawLink(children: readonly (Node | string)[], href: string, host: Host): HTMLElement {
  const link = make('span', { class: 'link', role: 'link', tabindex: 0, title: href }, ...children);
  link.addEventListener('click', () => host.send({ type: 'browse', href }));
  link.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    host.send({ type: 'browse', href });
  });
  return link;
}
