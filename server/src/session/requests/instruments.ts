import {
  DefinitionRequest,
  DocumentHighlightRequest,
  HoverRequest,
  type Location,
  type LocationLink,
  ParameterStructures,
  ReferencesRequest,
  RequestType,
} from 'vscode-languageserver';
import { citedInstruments } from '../../features/cited-instruments.ts';
import { definition, withoutOrigin } from '../../features/definition.ts';
import { documentHighlights } from '../../features/document-highlight.ts';
import { findReferences } from '../../features/find-references.ts';
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
        answer.around(document),
        answer.session.client.markdownHover,
      ),
    ),
  );

  connection.onRequest(DefinitionRequest.type, (params, token) =>
    answer.from<Location[] | LocationLink[]>(DefinitionRequest.type, params, token, [], (document) => {
      const links = definition(
        document,
        document.lines.offsetAt(positionOf(params)),
        answer.around(document),
      );
      return answer.session.client.definitionLinks ? links : withoutOrigin(links);
    }),
  );

  connection.onRequest(ReferencesRequest.type, (params, token) =>
    answer.from(ReferencesRequest.type, params, token, [], (document) =>
      findReferences(
        document,
        document.lines.offsetAt(positionOf(params)),
        answer.around(document),
        params.context?.includeDeclaration === true,
      ),
    ),
  );

  connection.onRequest(DocumentHighlightRequest.type, (params, token) =>
    answer.from(DocumentHighlightRequest.type, params, token, [], (document) =>
      documentHighlights(document, document.lines.offsetAt(positionOf(params)), document.registry),
    ),
  );

  connection.onRequest(instrumentsType, (params, token) =>
    answer.from(instrumentsType, params, token, null, (document) =>
      citedInstruments(document, document.registry),
    ),
  );
}
