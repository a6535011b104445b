import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { PanelState, PartView } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { foreign, make, say, set, tell } from './element.ts';
import type { Host } from './host.ts';
import { icon } from './icon.ts';
import { createListBox, type ListRow } from './list-box.ts';
import type { Section } from './section.ts';

export interface Progress {
  update(state: PanelState, strings: PanelStrings): void;
  focus(): void;
}

interface Shown {
  readonly state: PanelState;
  readonly strings: PanelStrings;
}

/** The parts of the document: Enter goes to one, Space or `b` marks it as reviewed or takes the mark away. */
export function createProgress(section: Section, host: Host): Progress {
  let shown: Shown | undefined;
  const bar = make('vscode-progress-bar');
  const none = make('p', { class: 'none' });
  const list = createListBox<PartView>({
    className: 'parts',
    make: (id) => createRow(id, () => shown!, host),
    press(event, part) {
      if (event.key === 'Enter') host.send({ type: 'visitPart', part });
      else if (event.key === ' ' || event.key === 'b') host.send({ type: 'reviewed', part });
      else return false;
      return true;
    },
    click: (part) => host.send({ type: 'visitPart', part }),
  });
  section.body.append(bar, none, list.element);
  let here: string | undefined;
  return {
    update(state, strings) {
      shown = { state, strings };
      const { progress, parts } = state;
      const place = fill(strings.reviewedOf, progress.reviewed, progress.total);
      const told = [progress.total === 0 ? '' : place, progress.finished ? strings.finished : ''];
      section.title(strings.progress, told.filter((each) => each !== '').join(' · '));
      bar.hidden = progress.total === 0;
      bar.max = Math.max(1, progress.total);
      bar.value = progress.reviewed;
      bar.ariaLabel = place;
      say(none, strings.noParts);
      none.hidden = parts.length > 0;
      list.name(strings.progress);
      list.show([{ entries: parts }]);
      list.element.hidden = parts.length === 0;
      if (progress.here === here || progress.here === undefined) return;
      here = progress.here;
      list.activate(here);
    },
    focus() {
      section.unfold();
      if (list.element.hidden) section.focusHeading();
      else list.focus();
    },
  };
}

function createRow(id: string, shown: () => Shown, host: Host): ListRow<PartView> {
  const box = make('span', { class: 'box', 'aria-hidden': 'true' }, icon('accept'));
  const name = foreign('name', 'zh');
  const told = make('span', { class: 'unseen' });
  const pending = make('span', { class: 'pending', 'aria-hidden': 'true' });
  const count = make('span', { class: 'count', 'aria-hidden': 'true' });
  box.addEventListener('click', (event) => {
    event.stopPropagation();
    host.send({ type: 'reviewed', part: id });
  });
  const element = make('div', { role: 'option', 'data-part': id }, box, name, told, pending, count);
  return {
    element,
    update(part) {
      const { state, strings } = shown();
      say(name, part.name);
      tell(told, [
        part.reviewed ? strings.reviewed : strings.notReviewed,
        fill(strings.count, part.count),
        part.pending > 0 ? fill(strings.pending, part.pending) : '',
      ]);
      say(pending, part.pending > 0 ? `+${part.pending}` : '');
      say(count, part.count > 0 ? String(part.count) : '');
      const here = state.progress.here === part.id;
      set(box, { title: part.reviewed ? strings.reviewed : strings.notReviewed });
      set(element, {
        class: `part ${part.kind}${part.reviewed ? ' reviewed' : ''}${here ? ' here' : ''}`,
        'aria-selected': here ? 'true' : 'false',
        'aria-checked': part.reviewed ? 'true' : 'false',
        title: part.name,
      });
    },
  };
}
