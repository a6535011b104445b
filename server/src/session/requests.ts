import { Answering, type RequestContext } from './requests/answering.ts';
import { answerAboutInstruments } from './requests/instruments.ts';
import { answerAboutReading } from './requests/reading.ts';
import { answerAboutRepairs } from './requests/repairs.ts';
import { answerAboutStructure } from './requests/structure.ts';
import { answerAboutTagging } from './requests/tagging.ts';
import { answerAboutTitles } from './requests/titles.ts';
import { answerAboutWorkspace } from './requests/workspace.ts';

/**
 * Answers every request about a document. The library's own ways of saying which request is meant (`onHover` …)
 * look into the parameters before anyone has checked them.
 */
export function answerRequests(context: RequestContext): void {
  const answer = new Answering(context);
  answerAboutStructure(answer);
  answerAboutInstruments(answer);
  answerAboutTitles(answer);
  answerAboutReading(answer);
  answerAboutRepairs(answer);
  answerAboutTagging(answer);
  answerAboutWorkspace(answer);
}
