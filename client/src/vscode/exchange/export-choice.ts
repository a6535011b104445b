import * as vscode from 'vscode';
import type { Review } from '../../annotations/annotation.ts';
import type { TextForm } from '../../annotations/exchange/text-form.ts';
import type { Format } from '../../annotations/formats/format.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import type { FormatItem } from './format-items.ts';
import { type Answer, pickOne, pickSome, type Question, separator } from './picks.ts';

export type Extent = 'document' | 'folder';

/** What is to go out, and how. */
export interface Choice {
  readonly extent: Extent;
  readonly format: Format;
  readonly form: TextForm;
  /** Whose tags; absent: everybody's. */
  readonly annotators?: ReadonlySet<string>;
  readonly reviews: readonly Review[];
}

/** Somebody whose tags can go out. */
export interface OfferedAnnotator {
  readonly name: string;
  readonly isReader: boolean;
  /** These are no annotator’s, but what was settled of the tags of several. */
  readonly isSettled: boolean;
  /** How many of the statements, of how many, have such tags. */
  readonly share: readonly [number, number];
}

/** What there is to choose from. */
export interface Offer {
  /** The document at hand; absent: there is none, or it is no statement. */
  readonly document?: string;
  /** The folder; absent: none is open. */
  readonly folder?: string;
  formats(extent: Extent): Promise<readonly FormatItem[]>;
  /** Who has tagged, the reader first. */
  annotators(extent: Extent): Promise<readonly OfferedAnnotator[]>;
  /** Whether there are tags that are not accepted, as far as that is known. */
  hasUndecided(extent: Extent): boolean;
}

interface Detail extends vscode.QuickPickItem {
  readonly clean?: true;
  readonly annotator?: string;
  readonly review?: Review;
}

const title = () => vscode.l10n.t('Export Tags');

/** Asks what to export; undefined where the person has given up. */
export async function chooseExport(offer: Offer): Promise<Choice | undefined> {
  const extents = extentItems(offer);
  const asksExtent = extents.length > 1;
  const steps = asksExtent ? 3 : 2;
  let extent = extents[0]!;
  let format: FormatItem | undefined;
  for (let at = asksExtent ? 1 : 2; ; ) {
    const step = [at - (asksExtent ? 0 : 1), steps] as const;
    if (at === 1) {
      const placeholder = vscode.l10n.t('What to export');
      const answer = await pickOne({ title: title(), step, placeholder }, extents, extent);
      if (!answer || answer === 'back') return undefined;
      extent = answer;
      at = 2;
    } else if (at === 2) {
      const items = await offer.formats(extent.extent);
      const active = items.find((each) => each.format.id === format?.format.id);
      const placeholder = vscode.l10n.t('The format of the tool that is to read it');
      const answer = await pickOne(
        { title: title(), step, placeholder, canGoBack: asksExtent },
        items,
        active,
      );
      if (!answer) return undefined;
      if (answer !== 'back') format = answer;
      at = answer === 'back' ? 1 : 3;
    } else {
      const question = { title: title(), step, canGoBack: true };
      const answer = await askDetails(question, await detailItems(offer, extent.extent));
      if (!answer) return undefined;
      if (answer !== 'back') return { ...answer, extent: extent.extent, format: format!.format };
      at = 2;
    }
  }
}

function extentItems({ document, folder }: Offer) {
  return [
    ...(document === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('This Statement'),
            description: document,
            extent: 'document' as const,
          },
        ]),
    ...(folder === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('All Tagged Statements of the Folder'),
            description: folder,
            extent: 'folder' as const,
          },
        ]),
  ];
}

/** The form of the text, and whose tags and which where there are several. */
async function detailItems(offer: Offer, extent: Extent): Promise<readonly Detail[]> {
  const annotators = await offer.annotators(extent);
  // What was settled stands for the tags that it was made of.
  const hasSettled = annotators.some(({ isSettled }) => isSettled);
  const reviews: readonly Detail[] = [
    { label: vscode.l10n.t('Accepted tags'), review: 'accepted', picked: true },
    { label: vscode.l10n.t('Suggested tags'), review: 'suggested' },
    { label: vscode.l10n.t('Rejected tags'), review: 'rejected' },
  ];
  return [
    separator<Detail>(vscode.l10n.t('Text')),
    {
      label: vscode.l10n.t('Clean Text'),
      description: vscode.l10n.t(
        'tick it for the text as it is read, without the line breaks of the print; without it the text goes out as in its file',
      ),
      clean: true,
    },
    ...(annotators.length > 1
      ? [
          separator<Detail>(vscode.l10n.t('Whose tags')),
          ...annotators.map(({ name, isReader, isSettled, share }) => ({
            label: annotatorName(name),
            ...(isReader && { description: vscode.l10n.t('you') }),
            ...(isSettled && { description: settledTold(share) }),
            annotator: name,
            picked: !hasSettled || isSettled,
          })),
        ]
      : []),
    ...(offer.hasUndecided(extent)
      ? [separator<Detail>(vscode.l10n.t('Which tags, by their review')), ...reviews]
      : []),
  ];
}

function settledTold([settled, all]: readonly [number, number]): string {
  return settled === all
    ? vscode.l10n.t('what was settled of the others’ tags')
    : vscode.l10n.t('what was settled of the others’ tags, in {0} of {1} statements', settled, all);
}

type Details = Pick<Choice, 'form' | 'annotators' | 'reviews'>;

/** Where there is nothing but the form of the text to choose, one of the two is; else what is to hold is ticked. */
async function askDetails(
  question: Omit<Question, 'placeholder'>,
  details: readonly Detail[],
): Promise<Answer<Details>> {
  if (details.length === 2) {
    const forms = [
      { label: vscode.l10n.t('The Text as It Is in Its File'), form: 'raw' as const },
      {
        label: vscode.l10n.t('Clean Text'),
        description: vscode.l10n.t('as it is read, without the line breaks of the print'),
        form: 'clean' as const,
      },
    ];
    const placeholder = vscode.l10n.t('In which form the text goes out');
    const answer = await pickOne({ ...question, placeholder }, forms);
    return answer && answer !== 'back' ? { form: answer.form, reviews: ['accepted'] } : answer;
  }
  const placeholder = vscode.l10n.t('Tick what is to be exported; Enter takes it as it is');
  const ticked = await pickSome({ ...question, placeholder }, details);
  if (!ticked || ticked === 'back') return ticked;
  const asksWhose = details.some(({ annotator }) => annotator !== undefined);
  const asksReview = details.some(({ review }) => review);
  return {
    form: ticked.some(({ clean }) => clean) ? 'clean' : 'raw',
    ...(asksWhose && { annotators: new Set(ticked.flatMap(({ annotator }) => annotator ?? [])) }),
    reviews: asksReview ? ticked.flatMap(({ review }) => review ?? []) : ['accepted'],
  };
}
