import type { ReadingPart } from '../../../../server/src/protocol.ts';
import type { Review } from '../annotation.ts';
import { alphaU, type Disagreement } from './alpha-u.ts';
import { addUntouched, finishedCharacters, tallyLabelSets, tallyLabels } from './character-tally.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { type AgreementOptions, type ComparedDocument, mostAnnotators } from './compared-document.ts';
import { Confusion, type ConfusionTable } from './confusion.ts';
import { Continuum } from './continuum.ts';
import { type CountedDocument, countDocument, finishedByBoth } from './counted-document.ts';
import { cellsOf, type Figures, figuresOf } from './figures.ts';
import { type Gamma, gammaOf } from './gamma.ts';
import { LabelSets } from './label-set.ts';
import { type Measure, meanOf } from './measure.ts';
import { countsOf, isWithin, meetSpans } from './span-meeting.ts';
import { type SpanScore, spanScore } from './span-score.ts';
import { type Pair, pairsOf, Tally } from './tally.ts';

/** How far annotators agree. It can be written as JSON as it is. */
export interface AgreementReport {
  /** Who is compared, in their order. */
  readonly annotators: readonly string[];
  readonly unfinished: boolean;
  readonly reviews: readonly Review[];
  readonly overall: WholeFigures;
  /** By id. */
  readonly labels: readonly LabelFigures[];
  /** By the kind of the part, over all documents, in order of first appearance. */
  readonly partKinds: readonly PartKindFigures[];
  /** Those of which something counts. */
  readonly documents: readonly DocumentFigures[];
  readonly pairs: readonly PairFigures[];
  /** Those of which nothing counts. */
  readonly leftOut: readonly LeftOut[];
  /** How many tags of each annotator in these documents are not compared, since their words are gone. */
  readonly gone: readonly number[];
}

export interface WholeFigures extends Figures {
  /** Of all labels; of more than two annotators the mean over all pairs. */
  readonly alphaU: Measure;
  /**
   * Where it was asked for: of a document, the mean over all pairs; of all, the mean over the documents of which it is
   * defined; of a label, none.
   */
  readonly gamma?: Measure;
}

export interface LabelFigures extends WholeFigures {
  readonly label: string;
}

export interface PartKindFigures extends Figures {
  /** `none` for what is before the first part. */
  readonly kind: ReadingPart['kind'] | 'none';
}

export interface DocumentFigures extends WholeFigures {
  readonly name: string;
  /** How many characters it has. */
  readonly length: number;
  /** How many characters each annotator has finished; null of who has no file of tags. */
  readonly finished: readonly (number | null)[];
  /** How many tags of each are not compared, since their words are gone. */
  readonly gone: readonly number[];
  /** Where γ was asked for, of each pair, with how well it is known. */
  readonly gammas?: readonly Gamma[];
  /** In order of place; those of which nothing counts have 0 characters. */
  readonly sections: readonly SectionFigures[];
}

export interface SectionFigures extends PartKindFigures {
  readonly label: string;
}

export interface PairFigures {
  readonly annotators: readonly [first: string, second: string];
  readonly cohenKappa: Measure;
  readonly alphaU: Measure;
  readonly exact: SpanScore;
  readonly overlapping: SpanScore;
  readonly confusion: ConfusionTable;
}

export interface LeftOut {
  readonly name: string;
  /** `one-annotator`: fewer than two have a file of tags; `unfinished`: no two have finished the same of it. */
  readonly why: 'one-annotator' | 'unfinished';
  /** How many characters each annotator has finished; null of who has no file of tags. */
  readonly finished: readonly (number | null)[];
}

/**
 * Compares annotators over many documents, read one after the other.
 * @throws RangeError where there are more than {@link mostAnnotators}
 */
export function agreementOf(
  documents: readonly ComparedDocument[],
  options: AgreementOptions = {},
): AgreementReport {
  const annotators = options.annotators ?? annotatorsOf(documents);
  const comparison = new Comparison(annotators, options);
  for (const document of documents) comparison.add(document);
  return comparison.report();
}

/** Who has tags of some document, by name. */
export function annotatorsOf(documents: readonly Pick<ComparedDocument, 'annotators'>[]): string[] {
  const names = documents.flatMap(({ annotators }) => annotators.map(({ annotator }) => annotator));
  return [...new Set(names)].sort();
}

/** A comparison of documents as they come; nothing of a document is kept but what is counted. */
export class Comparison {
  readonly #annotators: readonly string[];
  readonly #options: AgreementOptions;
  readonly #pairs: readonly Pair[];
  readonly #sets = new LabelSets();
  readonly #overall: Tally;
  readonly #labels = new Map<string, Tally>();
  readonly #partKinds = new Map<PartKindFigures['kind'], Tally>();
  readonly #continua: readonly Continuum[];
  readonly #confusions: readonly Confusion[];
  readonly #documents: DocumentFigures[] = [];
  readonly #leftOut: LeftOut[] = [];

  constructor(annotators: readonly string[], options: AgreementOptions = {}) {
    if (annotators.length > mostAnnotators) {
      throw new RangeError(`More than ${mostAnnotators} annotators cannot be compared.`);
    }
    this.#annotators = annotators;
    this.#options = options;
    this.#pairs = pairsOf(annotators.length);
    this.#overall = this.#tally();
    this.#continua = this.#pairs.map(() => new Continuum());
    this.#confusions = this.#pairs.map(() => new Confusion());
  }

  add(document: ComparedDocument): void {
    const { name, parts } = document;
    const counted = countDocument(document, this.#annotators, this.#options);
    const { finished, length, gone } = counted;
    if (counted.runs.length === 0) {
      const tagged = finished.filter((each) => each !== null).length;
      this.#leftOut.push({ name, why: tagged < 2 ? 'one-annotator' : 'unfinished', finished });
      return;
    }
    // What is before the first part comes last, as −1 counts from the end.
    const tallies = [...parts, null].map(() => this.#tally());
    const tallyOf = (part: number) => tallies.at(part)!;
    tallyLabelSets(counted, this.#sets, tallyOf);
    tallyLabels(counted, (label) => this.#labelTally(label));
    const continua = this.#pairs.map((pair, i) => this.#addPair(counted, pair, i, tallyOf));
    const alphaU = meanOf(continua.map((each) => alphaUOf(each)));
    const gammas = this.#options.gamma
      ? continua.map((each) => gammaOf(...each.units(), each.length))
      : undefined;
    this.#countSpans(counted, tallyOf);
    const whole = this.#tally();
    tallies.forEach((tally, part) => {
      whole.add(tally);
      const kind = parts[part]?.kind ?? 'none';
      const same = this.#partKinds.get(kind) ?? this.#tally();
      same.add(tally);
      this.#partKinds.set(kind, same);
    });
    this.#overall.add(whole);
    const sections = parts.map(({ kind, label }, part) => ({ kind, label, ...figuresOf(tallies[part]!) }));
    this.#documents.push({
      name,
      length,
      finished,
      gone,
      ...figuresOf(whole),
      alphaU,
      ...gammaMembers(gammas),
      sections,
    });
  }

  report(): AgreementReport {
    const disagreements = this.#continua.map((continuum) => continuum.disagreements());
    const finished = finishedCharacters(this.#overall);
    const labels = [...this.#labels].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      annotators: this.#annotators,
      unfinished: this.#options.unfinished ?? false,
      reviews: this.#options.reviews ?? ['accepted'],
      overall: {
        ...figuresOf(this.#overall),
        alphaU: meanOf(disagreements.map((each) => alphaU([...each.values()]))),
        ...(this.#options.gamma && { gamma: meanOf(this.#documents.map(({ gamma }) => gamma!)) }),
      },
      labels: labels.map(([label, tally]) => {
        addUntouched(tally, finished);
        return {
          label,
          ...figuresOf(tally),
          alphaU: meanOf(disagreements.map((each) => ofLabel(each, label))),
        };
      }),
      partKinds: [...this.#partKinds].flatMap(([kind, tally]) => {
        const figures = figuresOf(tally);
        return figures.characters === 0 ? [] : [{ kind, ...figures }];
      }),
      documents: this.#documents,
      pairs: this.#pairs.map((pair, i) => this.#pairFigures(pair, i, disagreements[i]!)),
      leftOut: this.#leftOut,
      gone: this.#annotators.map((_, i) => this.#documents.reduce((sum, { gone }) => sum + gone[i]!, 0)),
    };
  }

  #tally(): Tally {
    return new Tally(this.#annotators.length);
  }

  #labelTally(label: string): Tally {
    const tally = this.#labels.get(label) ?? this.#tally();
    this.#labels.set(label, tally);
    return tally;
  }

  /** Counts what two have both finished of a document, and gives it as one stretch. */
  #addPair(counted: CountedDocument, pair: Pair, index: number, tallyOf: (part: number) => Tally): Continuum {
    const finished = finishedByBoth(counted, pair);
    const all = pair.map((annotator) => counted.spans[annotator]!) as [
      CountedDocument['spans'][number],
      CountedDocument['spans'][number],
    ];
    const [first, second] = all.map((spans) => spans.filter((span) => isWithin(span, finished)));
    for (const met of meetSpans(first!, second!)) {
      const counts = countsOf(met);
      tallyOf(met.span.part).addSpans(index, counts);
      this.#labelTally(met.span.label).addSpans(index, counts);
    }
    this.#confusions[index]!.add(first!, second!);
    const continuum = new Continuum();
    continuum.add(finished, all);
    this.#continua[index]!.append(continuum);
    return continuum;
  }

  /** Counts the tags of each annotator that begin in what counts. */
  #countSpans(counted: CountedDocument, tallyOf: (part: number) => Tally): void {
    counted.spans.forEach((spans, annotator) => {
      const own = counted.runs.filter(({ who }) => (who >> annotator) & 1);
      for (const span of spans) {
        if (!isWithin(span, own)) continue;
        tallyOf(span.part).spansOf[annotator]! += 1;
        this.#labelTally(span.label).spansOf[annotator]! += 1;
      }
    });
  }

  #pairFigures(pair: Pair, index: number, disagreements: ReadonlyMap<string, Disagreement>): PairFigures {
    const { exact, overlapping } = this.#overall.spans[index]!;
    return {
      annotators: [this.#annotators[pair[0]]!, this.#annotators[pair[1]]!],
      cohenKappa: cohenKappa(cellsOf([...this.#overall.units.values()], pair)),
      alphaU: alphaU([...disagreements.values()]),
      exact: spanScore(exact),
      overlapping: spanScore(overlapping),
      confusion: this.#confusions[index]!.table(),
    };
  }
}

function ofLabel(disagreements: ReadonlyMap<string, Disagreement>, label: string): Measure {
  const disagreement = disagreements.get(label);
  return alphaU(disagreement ? [disagreement] : []);
}

function alphaUOf(continuum: Continuum): Measure {
  return alphaU([...continuum.disagreements().values()]);
}

function gammaMembers(gammas: readonly Gamma[] | undefined): Pick<DocumentFigures, 'gamma' | 'gammas'> {
  return gammas ? { gamma: meanOf(gammas.map(({ gamma }) => gamma)), gammas } : {};
}
