import { Comparison } from '../../annotations/agreement/agreement.ts';
import { mostAnnotators } from '../../annotations/agreement/compared-document.ts';
import { byteOrderMark } from '../../citations/format.ts';
import { agreementCsv } from '../agreement/agreement-csv.ts';
import { agreementJson } from '../agreement/agreement-json.ts';
import type { AgreementCommand } from '../agreement/agreement-options.ts';
import { agreementTable, nameOfAnnotator } from '../agreement/agreement-table.ts';
import { ComparedDocuments } from '../agreement/compared-documents.ts';
import { SidecarIndex } from '../agreement/sidecar-index.ts';
import { findDocuments } from '../document-search.ts';
import { commonFolder } from '../exchange/documents-below.ts';
import { schemeFor } from '../exchange/label-scheme.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { tellSearch } from './search-report.ts';

/** 2: something could not be read, and the rest is compared; or nothing could be compared. */
export async function agreement(asked: AgreementCommand, terminal: Terminal, say: Messages): Promise<0 | 2> {
  const found = findDocuments(asked.files);
  let failed = tellSearch(found, terminal, say);
  const sidecars = new SidecarIndex();
  const there = sidecars.annotators(found.files);
  const annotators = asked.annotators ?? there;
  if (annotators.length > mostAnnotators) {
    throw new Failure((say) => say.tooManyAnnotators(annotators.length, mostAnnotators));
  }
  for (const annotator of annotators.filter((each) => !there.includes(each))) {
    terminal.err(say.nobodyOf(nameOfAnnotator(annotator, say)));
  }
  const comparison = new Comparison(annotators, {
    unfinished: asked.unfinished,
    reviews: asked.reviews,
    gamma: asked.measures.includes('gamma'),
  });
  const documents = new ComparedDocuments(sidecars, terminal, say, asked.encoding);
  for (const [done, path] of found.files.entries()) {
    try {
      comparison.add(await documents.read(path, annotators));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      terminal.err(`jiaozhu: ${visible(error.tell(say))}`);
      failed = true;
    }
    terminal.progress?.(say.progress('agreement', done + 1, found.files.length));
    // Lets a signal through.
    if (done % 16 === 15) await new Promise(setImmediate);
  }
  if (documents.settled > 0) terminal.err(say.settledPassedOver(documents.settled));
  const report = comparison.report();
  if (asked.format === 'json') terminal.out(agreementJson(report));
  else if (asked.format === 'csv') terminal.out((asked.bom ? byteOrderMark : '') + agreementCsv(report));
  else if (found.files.length > 0) {
    terminal.out(agreementTable(report, schemeFor(commonFolder(asked.files), terminal, say), asked, say));
  }
  if (report.documents.length === 0 && found.files.length > 0) {
    terminal.err(`jiaozhu: ${say.nothingToCompare}`);
    return 2;
  }
  return failed || documents.failed ? 2 : 0;
}
