import { HoverRequest, ParameterStructures, RequestType } from 'vscode-languageserver';
import { citedInstruments } from '../../features/cited-instruments.ts';
import { hover } from '../../features/hover.ts';
import { positionOf } from '../../parameters.ts';
import { type InstrumentsParams, type InstrumentsResult, instrumentsRequest } from '../../protocol.ts';
import type { Answering } from './answering.ts';

const instrumentsType = new RequestType<InstrumentsParams, InstrumentsResult | null, never>(
  instrumentsRequest,
  ParameterStructures.byName,
);

/** Answers what is asked of the instruments that a document cites. */
export function answerAboutInstruments(answer: Answering): void {
  const { connection } = answer;

  connection.onRequest(HoverRequest.type, (params, token) =>
    answer.from(HoverRequest.type, params, token, null, (document) =>
      hover(
        document,
        document.lines.offsetAt(positionOf(params)),
        document.registry,
        answer.session.client.markdownHover,
      ),
    ),
  );

  connection.onRequest(instrumentsType, (params, token) =>
    answer.from(instrumentsType, params, token, null, (document) =>
      citedInstruments(document, document.registry),
    ),
  );
}
