import { arrange, make, say, set } from '../../panel/page/element.ts';
import { fill } from '../../panel/strings.ts';
import type { CountingState, ShownReport } from '../messages.ts';
import type { ReportStrings } from '../strings.ts';
import { createFigureView, type FigureView } from './figure-view.ts';
import type { ReportHost } from './host.ts';
import { readTheme } from './theme.ts';

export interface ReportView {
  readonly element: HTMLElement;
  speak(strings: ReportStrings): void;
  show(report: ShownReport): void;
  /** The counting has come further; the figures stay as they are. */
  progress(state: CountingState): void;
  /** The editor has other colours. */
  repaint(): void;
  /** The page has another width. */
  redraw(): void;
}

/** The whole page of a report. */
export function createView(host: ReportHost): ReportView {
  const title = make('h1');
  const state = make('p', { class: 'state', role: 'status' });
  const choice = make('select', { id: 'annotator' });
  const choiceLabel = make('label', { for: 'annotator' });
  const refresh = make('button', { class: 'button secondary', type: 'button' });
  const whose = make('div', { class: 'whose' }, choiceLabel, choice);
  const tools = make('div', { class: 'tools' }, whose, refresh);
  const figures = make('div', { class: 'figures' });
  const element = make('main', {}, title, state, tools, figures);
  const views = new Map<string, FigureView>();
  let strings: ReportStrings | undefined;
  let report: ShownReport | undefined;

  refresh.addEventListener('click', () => host.send({ type: 'refresh' }));
  choice.addEventListener('change', () => {
    const { value } = choice;
    host.send({ type: 'annotator', annotator: value === everyone ? null : value.slice(1) });
  });

  const offer = ({ annotators, annotator }: ShownReport, words: ReportStrings) => {
    whose.hidden = annotators.length < 2;
    say(choiceLabel, words.tagsOf);
    const names = [everyone, ...annotators.map((name) => `-${name}`)];
    if (names.join('\n') !== [...choice.options].map(({ value }) => value).join('\n')) {
      choice.replaceChildren(
        ...names.map((value) => {
          const name = value === everyone ? words.everyone : value.slice(1) || words.nobody;
          return make('option', { value }, name);
        }),
      );
    }
    choice.value = annotator === null ? everyone : `-${annotator}`;
  };

  const tell = (counting: CountingState, words: ReportStrings) => {
    // While it counts, the numbers change too fast to be read aloud.
    set(state, { 'aria-live': counting.running ? 'off' : 'polite' });
    say(state, stateOf(counting, words));
    state.hidden = state.textContent === '';
  };

  const render = () => {
    if (!strings || !report) return;
    const { version } = report;
    const words = strings;
    const theme = readTheme();
    say(title, report.title);
    tell(report.state, words);
    say(refresh, words.refresh);
    set(refresh, { 'aria-disabled': report.state.running ? 'true' : undefined });
    offer(report, words);
    const wanted = report.figures.map(({ id }) => {
      const view = views.get(id) ?? createFigureView(id, host);
      views.set(id, view);
      return view;
    });
    arrange(
      figures,
      wanted.map((view) => view.element),
    );
    report.figures.forEach((figure, at) => {
      wanted[at]!.update(figure, version, words, theme);
    });
  };

  return {
    element,
    speak(words) {
      strings = words;
      render();
    },
    show(next) {
      if (report && next.version <= report.version) return;
      report = next;
      render();
    },
    progress(counting) {
      if (strings) tell(counting, strings);
    },
    repaint: render,
    redraw: () => {
      for (const view of views.values()) view.redraw();
    },
  };
}

const everyone = '*';

function stateOf({ running, cancelled, counted, all, unread }: CountingState, words: ReportStrings): string {
  return [
    running ? (all === 0 ? words.counting : fill(words.countedOf, counted, all)) : '',
    cancelled ? `${words.cancelled} ${fill(words.countedOf, counted, all)}` : '',
    unread > 0 ? fill(words.unread, unread) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
